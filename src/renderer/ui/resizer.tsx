import type { KeyboardEvent, PointerEvent } from 'react'
import styles from './resizer.module.css'

type Props = {
  label: string
  /** Pixels: what it is now, and its bounds. */
  value: number
  min: number
  max: number
  /** 1 when dragging right makes it larger, -1 when dragging left does. */
  direction: 1 | -1
  onResize: (pixels: number) => void
  onReset: () => void
}

const keyStep = 16

/** A handle that resizes by drag, by arrow keys, and goes back to the default on double click or Backspace. */
export function Resizer({ label, value, min, max, direction, onResize, onReset }: Props) {
  const resizeTo = (pixels: number) => onResize(Math.round(Math.min(max, Math.max(min, pixels))))

  const startDrag = (down: PointerEvent<HTMLHRElement>) => {
    if (down.button !== 0) return
    down.preventDefault()
    down.stopPropagation()
    const handle = down.currentTarget
    handle.setPointerCapture(down.pointerId)
    const move = (event: globalThis.PointerEvent) => resizeTo(value + direction * (event.clientX - down.clientX))
    const stop = () => {
      handle.removeEventListener('pointermove', move)
      handle.removeEventListener('lostpointercapture', stop)
    }
    handle.addEventListener('pointermove', move)
    handle.addEventListener('lostpointercapture', stop)
  }

  const pressKey = (event: KeyboardEvent) => {
    const steps = { ArrowRight: direction, ArrowLeft: -direction }[event.key]
    if (steps !== undefined) resizeTo(value + steps * keyStep)
    else if (event.key === 'Backspace') onReset()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <hr
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={value}
      aria-valuemin={min}
      aria-valuemax={max}
      tabIndex={0}
      className={styles.resizer}
      onPointerDown={startDrag}
      onDoubleClick={onReset}
      onKeyDown={pressKey}
    />
  )
}
