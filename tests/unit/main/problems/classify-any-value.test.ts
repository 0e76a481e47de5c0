import fc from 'fast-check'
import { expect, it } from 'vitest'
import { classify } from '#main/problems/classify.ts'
import { classifyReply } from '#main/problems/classify-reply.ts'
import type { ProblemContext } from '#main/problems/problem-context.ts'
import { TransportFault } from '#main/problems/transport-fault.ts'
import { problem } from '#shared/problem.ts'
import { problemText } from '#shared/problem-text.ts'

const rawLimit = 64 * 1024
const factLimit = 1_001

function fail(): never {
  throw new Error('a trap')
}

const trapped = () => new Proxy(new Error('x'), { get: fail, has: fail, getPrototypeOf: fail, ownKeys: fail })
const trappedFault = () => new Proxy(new TransportFault('redirect'), { get: fail })
const endless = (): object => new Proxy({}, { get: (_target, key) => (key === 'length' ? 1e9 : endless()) })

function revoked(): object {
  const { proxy, revoke } = Proxy.revocable({}, {})
  revoke()
  return proxy
}

function cyclic(): Error {
  const error: Error & { errors?: unknown[] } = new Error('round')
  error.cause = error
  error.errors = [error, error]
  return error
}

const hostile = fc.constantFrom<() => unknown>(
  trapped,
  trappedFault,
  endless,
  revoked,
  cyclic,
  () => Object.defineProperty(new Error('x'), 'code', { get: fail }),
  () => Object.freeze(new Error('frozen')),
  () => ({ toJSON: fail, toString: fail, statusCode: 500 }),
  () => 'x'.repeat(1_000_000),
  () => ({ statusCode: 404, json: Buffer.alloc(1_000_000, '<') }),
  () => ({ statusCode: 500, json: { message: 'x'.repeat(1_000_000), self: new Array(1e9) } }),
  () => Symbol('x'),
  () => 10n ** 100_000n,
  () => class {},
)

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    'ECONNRESET',
    'EACCES',
    'ENOENT',
    'EINVAL',
    'EPROTO',
    'ABORT_ERR',
    'HPE_STRICT',
    'connect',
    'getaddrinfo',
  ),
  fc.constantFrom('<html>', 'dial unix x: permission denied', 'client version 1 is too new', '/var/run/docker.sock'),
)

const plain = fc.anything({ withBigInt: true, withNullPrototype: true, withSparseArray: true, withTypedArray: true })

/** Values are made when they are used: fast-check itself would stumble over the traps. */
type Make = () => unknown
const constantly = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<Make> => arbitrary.map((value) => () => value)

const { made } = fc.letrec<{ made: Make }>((tie) => {
  const any = tie('made')
  const number = constantly(fc.oneof(fc.integer(), fc.integer({ min: 100, max: 599 })))
  const error = fc.record(
    {
      name: fc.oneof(constantly(text), any),
      message: fc.oneof(constantly(text), any),
      code: fc.oneof(constantly(text), number, any),
      syscall: constantly(text),
      address: fc.oneof(constantly(text), any),
      port: fc.oneof(number, constantly(text)),
      statusCode: fc.oneof(number, any),
      json: fc.oneof(any, constantly(text), constantly(fc.uint8Array())),
      rawPacket: fc.oneof(any, constantly(fc.uint8Array())),
      errors: fc.oneof(
        fc.array(any, { maxLength: 3 }).map((parts) => () => parts.map((part) => part())),
        any,
      ),
      cause: any,
      reason: any,
    },
    { requiredKeys: [] },
  )
  const built = error.map(
    (fields) => () => Object.fromEntries(Object.entries(fields).map(([key, make]) => [key, make()])),
  )
  return { made: fc.oneof({ depthSize: 'small' }, constantly(plain), hostile, constantly(text), built) }
})

const context: fc.Arbitrary<ProblemContext> = fc.record(
  {
    transport: fc.constantFrom('unix', 'npipe', 'tcp', 'tls', 'ssh'),
    phase: fc.constantFrom('connect', 'handshake', 'headers', 'body', 'stream'),
    engine: fc.constantFrom('docker', 'podman'),
    action: fc.string(),
  },
  { requiredKeys: ['transport'] },
)

it('names whatever is thrown with a code of the table, bounded, and with words', () => {
  fc.assert(
    fc.property(made, context, (make, where) => {
      const named = problem.parse(classify(make(), where))
      expect(named.raw.length).toBeLessThanOrEqual(rawLimit)
      expect(Object.values(named.facts).filter((fact) => String(fact).length > factLimit)).toEqual([])
      expect(problemText(named).message).toMatch(/\.$/)
    }),
    { numRuns: 1_000 },
  )
})

it('takes whatever a call resolved with for a list, or names what it is', () => {
  fc.assert(
    fc.property(made, context, (make, where) => {
      const named = classifyReply(make(), where)
      expect(named === null || problem.safeParse(named).success).toBe(true)
    }),
    { numRuns: 500 },
  )
})
