import { CloseButton, MantineThemeProvider } from '@mantine/core'
import { type ReactNode, useId } from 'react'
import styles from './sheet.module.css'
import { useModalDialog } from './use-modal-dialog.ts'

type Props = { title: string; closeLabel: string; onClose: () => void; children: ReactNode }

/** Nothing is drawn above a modal dialog but what is in it. */
const inDialog = { components: { Tooltip: { defaultProps: { withinPortal: false } } } }

/** A titled page above the window. */
export function Sheet({ title, closeLabel, onClose, children }: Props) {
  const dialog = useModalDialog(onClose)
  const id = useId()
  return (
    <dialog {...dialog} aria-labelledby={id} className={styles.sheet}>
      <MantineThemeProvider theme={inDialog} inherit>
        <div className={styles.head}>
          <h2 id={id} className={styles.title}>
            {title}
          </h2>
          <CloseButton aria-label={closeLabel} onClick={() => dialog.ref.current?.close()} />
        </div>
        <div className={styles.body}>{children}</div>
      </MantineThemeProvider>
    </dialog>
  )
}
