import { useEffect, useState } from 'react'

/** What had the focus when this opened gets it back when it goes, unless something else has taken it meanwhile. */
export function useReturnFocus(): void {
  const [before] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    },
    [before],
  )
}
