import type { JSHandle, Page } from 'playwright'

/** Lines of the table that are in the page. */
export const rowSelector = '#containers tr[data-index]'

/** tsx wraps named functions in a helper of its own that a page does not have. */
async function prepare(page: Page): Promise<void> {
  await page.evaluate('globalThis.__name ??= (value) => value')
}

/** Arms a watch for an element that matches `selector`; its promise gives when the frame with it had been painted. */
export async function watchPaint(page: Page, selector: string): Promise<JSHandle<{ painted: Promise<number> }>> {
  await prepare(page)
  return page.evaluateHandle(
    (wanted) => ({
      painted: new Promise<number>((resolve) => {
        const look = () => {
          if (!document.querySelector(wanted)) return
          observer.disconnect()
          // A message posted in an animation frame is delivered after that frame.
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel()
            port1.onmessage = () => resolve(Date.now())
            port2.postMessage(null)
          })
        }
        const observer = new MutationObserver(look)
        observer.observe(document, { subtree: true, childList: true, attributes: true })
        look()
      }),
    }),
    selector,
  )
}

/** Waits until an element that matches is painted; milliseconds since the epoch. */
export async function untilPainted(page: Page, selector: string): Promise<number> {
  // This first: it outlives the navigation to the page.
  await page.waitForSelector(selector, { state: 'attached' })
  const watch = await watchPaint(page, selector)
  return watch.evaluate(({ painted }) => painted)
}

export type Scrolled = { frames: number[]; mostRows: number }

/** Scrolls the parent of `content` by `step` pixels in each of `count` frames; the time between frames, in milliseconds. */
export async function scroll(
  page: Page,
  content: string,
  rows: string,
  step: number,
  count: number,
): Promise<Scrolled> {
  await prepare(page)
  return page.evaluate(
    (asked) =>
      new Promise<Scrolled>((resolve, reject) => {
        const scroller = document.querySelector(asked.content)?.parentElement
        if (!scroller) return reject(new Error(`nothing to scroll: ${asked.content}`))
        const frames: number[] = []
        let mostRows = 0
        let last = 0
        const frame = (now: number) => {
          if (last > 0) frames.push(now - last)
          last = now
          mostRows = Math.max(mostRows, document.querySelectorAll(asked.rows).length)
          scroller.scrollTop += asked.step
          if (frames.length < asked.count) requestAnimationFrame(frame)
          else resolve({ frames, mostRows })
        }
        requestAnimationFrame(frame)
      }),
    { content, rows, step, count },
  )
}
