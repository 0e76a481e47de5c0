import type { ReactNode } from 'react'
import styles from './plain-state.module.css'

type Props = { icon?: ReactNode; title: string; children?: ReactNode; actions?: ReactNode }

/** A page or a list with nothing in it: what would be here and how to get it. */
export function PlainState({ icon, title, children, actions }: Props) {
  return (
    <section className={styles.state} aria-label={title}>
      {icon ? <div className={styles.icon}>{icon}</div> : null}
      <h2 className={styles.title}>{title}</h2>
      {children ? <div className={styles.body}>{children}</div> : null}
      {actions ? <div className={styles.actions}>{actions}</div> : null}
    </section>
  )
}
