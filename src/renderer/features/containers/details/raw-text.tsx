import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useMemo, useRef } from 'react'
import { visibleText } from '#shared/visible-text.ts'
import { lastAtMost, linePieces, lineStarts, type Match } from './raw-model.ts'
import styles from './raw-tab.module.css'

const lineHeight = 18
/** What scrolls must be reachable by keyboard, though there is nothing in it to press. */
const reachable = { tabIndex: 0 }

/** Text of any length: only the lines in view are in the document. Keeps the current match in view. */
export function RawText({ text, matches, current }: { text: string; matches: readonly Match[]; current: number }) {
  const scroller = useRef<HTMLElement>(null)
  const starts = useMemo(() => lineStarts(text), [text])
  const virtualizer = useVirtualizer({
    count: starts.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => lineHeight,
    overscan: 12,
  })
  const match = matches[current]
  const line = match ? lastAtMost(starts, (start) => start, match.start) : -1
  useEffect(() => {
    if (line >= 0) virtualizer.scrollToIndex(line, { align: 'auto' })
  }, [line, virtualizer])

  return (
    <section ref={scroller} aria-label="JSON" className={styles.scroller} {...reachable}>
      <div className={styles.lines} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => (
          <div key={index} className={styles.line} style={{ transform: `translateY(${start}px)` }}>
            {linePieces(text, starts[index] ?? 0, lineEnd(text, starts, index), matches).map((piece) =>
              piece.match === null ? (
                visibleText(piece.text)
              ) : (
                <mark key={piece.offset} data-current={piece.match === current || undefined}>
                  {visibleText(piece.text)}
                </mark>
              ),
            )}
          </div>
        ))}
      </div>
    </section>
  )
}

/** Where a shown line ends, its line feed left out. */
function lineEnd(text: string, starts: readonly number[], index: number): number {
  const next = starts[index + 1] ?? text.length
  return text[next - 1] === '\n' ? next - 1 : next
}
