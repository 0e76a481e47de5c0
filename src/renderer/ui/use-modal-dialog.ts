import { type PointerEvent, useLayoutEffect, useRef } from 'react'

/**
 * The browser's own modal, for as long as the component is there: it takes the focus at once and gives it back, Esc and a
 * press beside it close it, what lies below is inert. Spread the answer over a `dialog`.
 */
export function useModalDialog(onClose: () => void) {
  const ref = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => ref.current?.showModal(), [])
  return {
    ref,
    onClose,
    onPointerDown: (event: PointerEvent<HTMLDialogElement>) => {
      if (event.target === event.currentTarget) event.currentTarget.close()
    },
  }
}
