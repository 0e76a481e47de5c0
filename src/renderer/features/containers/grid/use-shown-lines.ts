import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { useRef, useState } from 'react'

export const headerHeight = 30

type Options = {
  count: number
  rowHeight: number
  /** The position of the active line, -1 for none. */
  active: number
}

/** Which of the lines are in the document, and how wide the grid is inside its scrollbar, in pixels. */
export function useShownLines({ count, rowHeight, active }: Options) {
  const scroller = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(0)
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    scrollMargin: headerHeight,
    scrollPaddingStart: headerHeight,
    overscan: 10,
    // The first render has rows in it: measuring an empty grid first would lay the window out once more.
    initialRect: { width: 0, height: window.innerHeight },
    observeElementRect: ({ scrollElement }, report) => {
      if (!scrollElement) return
      return observeInside(scrollElement, (rect) => {
        setWidth(rect.width)
        report(rect)
      })
    },
    // The active row stays in the document: the grid names it to screen readers wherever it was scrolled to.
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range)
      return active < 0 || shown.includes(active) ? shown : [...shown, active]
    },
  })
  return { scroller, width, virtualizer }
}

/** Reports the size within the scrollbars, at once and whenever it changes. */
function observeInside(element: Element, report: (rect: { width: number; height: number }) => void): () => void {
  const read = () => report({ width: element.clientWidth, height: element.clientHeight })
  const observer = new ResizeObserver(read)
  observer.observe(element)
  read()
  return () => observer.disconnect()
}
