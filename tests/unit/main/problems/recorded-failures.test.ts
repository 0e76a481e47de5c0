import { describe, expect, it } from 'vitest'
import { classify } from '#main/problems/classify.ts'
import { classifyReply } from '#main/problems/classify-reply.ts'
import type { ProblemContext } from '#main/problems/problem-context.ts'
import { TransportFault, type TransportFaultKind } from '#main/problems/transport-fault.ts'
import { type RecordedFailure, readRecordedFailures } from '#tests/support/recorded-failures.ts'

/** Calls that hung, or ended without an error: our transport settles each with a fault of its own. */
const faultInsteadOfSilence: Record<string, TransportFaultKind> = {
  'tcp-drop-never': 'timeout-connect',
  'api-hang': 'timeout-response',
  'unix-hung-daemon': 'timeout-response',
  'api-stalled-body': 'timeout-body',
  'api-truncated-body': 'truncated-body',
  'stream-events-killed-nolistener': 'stream-ended',
}

/** Rows whose error is the same, byte for byte, as another row's: the answer is that one's, and the findings decide. */
const sameError: Record<string, { code: string; status: number; as: string }> = {
  'tls-ca-expired': { code: 'tls-server-expired', status: 503, as: 'an expired leaf: OpenSSL does not say which' },
  'tls-client-cert-expired': { code: 'tls-client-cert-required', status: 503, as: 'tls-client-cert-missing' },
  'tls-client-cert-bad-eku': { code: 'tls-client-cert-required', status: 503, as: 'tls-client-cert-missing' },
  'tls-cert-without-key': { code: 'tls-client-cert-required', status: 503, as: 'tls-client-cert-missing' },
  'tcp-drop-timeout': { code: 'timeout-response', status: 503, as: 'api-hang-timeout' },
  'tcp-dns-drop': { code: 'dns-temporary', status: 503, as: 'tcp-dns-servfail' },
  'env-http-proxy': { code: 'host-unreachable', status: 503, as: 'tcp-ehostunreach-arp' },
  'env-host-https': { code: 'plaintext-to-tls', status: 400, as: 'http-to-tls-port' },
  'sd-hosts-conflict': { code: 'connection-lost', status: 503, as: 'unix-killed-while-pending' },
}

/** Rows that no error can tell, with what does. */
const notTold: Record<string, string> = {
  'tls-cn-only': 'Node accepts it: the TLS transport must look at the certificate itself',
  'tls-weak-key': 'Node 20 and 22 accept it: the TLS transport must look at the certificate itself',
  'env-host-unix-relative': 'the call worked, by the luck of its working directory: sources refuse the address',
  'env-docker-host-beats-socketPath': 'docker-modem dialled another address than it was given; ours does not',
  'ctx-good-ignored': 'docker-modem knows no contexts: sources read them',
  'ctx-dead': 'docker-modem knows no contexts: sources read them',
  'ctx-missing': 'docker-modem knows no contexts: sources read them',
  'ctx-broken-meta': 'docker-modem knows no contexts: sources read them',
  'ctx-config-json-broken': 'docker-modem knows no contexts: sources read them',
  'ctx-host-overrides': 'docker-modem knows no contexts: sources read them',
  'client-socketpath-rejects': 'a mistake in how docker-modem was called: any error at all',
}

const rows = readRecordedFailures()
const told = rows.filter((row) => !(row.id in notTold))

function contextOf({ id, transport }: RecordedFailure): ProblemContext {
  if (id === 'tcp-underscore-name') return { transport: 'tcp', endpoint: { kind: 'tcp', host: 'bad name', port: 2375 } }
  return { transport: transport === 'config' || transport === 'client' ? 'tcp' : transport }
}

function answerTo(row: RecordedFailure) {
  if (row.settled === 'resolve') return classifyReply(row.value, contextOf(row))
  const fault = faultInsteadOfSilence[row.id]
  return classify(fault ? new TransportFault(fault) : row.error, contextOf(row))
}

function expectedOf(row: RecordedFailure) {
  if (row.status === 200) return null
  // Recorded without a status: nothing failed.
  const { code = row.problem, status = row.status ?? 499 } = sameError[row.id] ?? {}
  return { code, status }
}

describe('recorded failures', () => {
  it.each(told.filter((row) => row.status !== 200))('$id is $problem', (row) => {
    const { code, status } = answerTo(row) ?? {}
    expect({ code, status }).toEqual(expectedOf(row))
  })

  it.each(told.filter((row) => row.status === 200))('$id is no failure', (row) => {
    expect(answerTo(row)).toBeNull()
  })

  it('lists no exception that is none', () => {
    const ids = rows.map((row) => row.id)
    expect(
      Object.keys({ ...faultInsteadOfSilence, ...sameError, ...notTold }).filter((id) => !ids.includes(id)),
    ).toEqual([])
    const exact = told.filter((row) => row.id in sameError && answerTo(row)?.code === row.problem)
    expect(exact.map((row) => row.id)).toEqual([])
  })
})
