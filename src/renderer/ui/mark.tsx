import styles from './mark.module.css'

/** Gangway's mark, as in resources/icon.svg: an anchor whose stock is a gangplank. */
export function Mark({ size = 20 }: { size?: number }) {
  return (
    <svg viewBox="72 76 368 344" width={size} height={size} fill="none" strokeLinecap="round" aria-hidden="true">
      <g stroke="currentColor" strokeWidth="36" strokeLinejoin="round">
        <circle cx="256" cy="124" r="36" />
        <path d="M256 160V408M112 276c10 76 70 128 144 132 74-4 134-56 144-132M88 312l24-36 36 20M424 312l-24-36-36 20" />
      </g>
      <path className={styles.plank} d="M162 232l188-32" strokeWidth="40" />
    </svg>
  )
}
