import { sampleContainers } from '#tests/support/sample-engine/sample-containers.ts'
import { startSampleEngine } from '#tests/support/sample-engine.ts'
import { expect, test } from './fixtures.ts'
import { gangwayPage } from './pages/gangway-page.ts'

test('the page has no Node, one frozen door, and a policy that nothing gets around', async ({ openWindow }) => {
  const engine = await startSampleEngine({ containers: sampleContainers(3, 1) })
  try {
    const page = await openWindow({ env: { DOCKER_HOST: `unix://${engine.address}` } })
    await expect(gangwayPage(page).grid).toBeVisible()
    const seen = await page.evaluate(async () => {
      const blocked: string[] = []
      document.addEventListener('securitypolicyviolation', (event) => blocked.push(event.effectiveDirective))
      const attempt = async (act: () => unknown) => {
        try {
          await act()
          return 'done'
        } catch {
          return 'refused'
        }
      }
      const outcomes = {
        node: [typeof Reflect.get(globalThis, 'require'), typeof Reflect.get(globalThis, 'process')],
        door: Object.keys(window.gangway),
        frozen: Object.isFrozen(window.gangway),
        fetch: await attempt(() => fetch('https://example.com/')),
        file: await attempt(() => fetch('file:///etc/passwd')),
        markup: await attempt(() => {
          document.body.insertAdjacentHTML('beforeend', '<img src=x>')
        }),
        popup: window.open('https://example.com/') === null,
      }
      const style = document.createElement('style')
      style.textContent = 'body { outline: 9px solid red }'
      document.head.append(style)
      const frame = document.createElement('iframe')
      frame.src = 'https://example.com/'
      document.body.append(frame)
      await new Promise((resolve) => setTimeout(resolve, 300))
      const outlined = getComputedStyle(document.body).outlineWidth
      style.remove()
      frame.remove()
      return { ...outcomes, outlined, blocked: [...new Set(blocked)] }
    })
    expect(seen).toMatchObject({
      node: ['undefined', 'undefined'],
      door: ['call', 'open', 'on'],
      frozen: true,
      fetch: 'refused',
      file: 'refused',
      markup: 'refused',
    })
    expect(seen.outlined).not.toBe('9px')
    expect(seen.blocked).toEqual(expect.arrayContaining(['connect-src', 'frame-src', 'style-src-elem']))
  } finally {
    await engine.close()
  }
})

test('a call that is invalid, unknown or for a foreign source is answered, not obeyed', async ({ openWindow }) => {
  const page = await openWindow({ env: { GANGWAY_DOCKER_ENABLED: 'false' } })
  await expect(page.getByText('Engine access is switched off').first()).toBeVisible()
  const codes = await page.evaluate(async () => {
    const call = window.gangway.call as (
      name: string,
      input: unknown,
    ) => Promise<{ ok: boolean; problem?: { code: string } }>
    const asked = [
      call('containers.list', { source: 'tcp://10.0.0.1:2375', all: true }),
      call('containers.inspect', { source: 'local', id: '../../info' }),
      call('shell.run', { argv: ['id'] }),
      call('constructor', null),
      call('containers.list', { source: '123e4567-e89b-42d3-a456-426614174000', all: true }),
    ]
    return (await Promise.all(asked)).map((answer) => answer.problem?.code)
  })
  expect(codes).toEqual(['invalid-request', 'invalid-request', 'unknown-call', 'unknown-call', 'unknown-source'])
})
