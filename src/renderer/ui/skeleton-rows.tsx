import { useEffect, useState } from 'react'
import styles from './skeleton-rows.module.css'

const patience = 150
const widths = [34, 52, 41, 60, 38, 47, 55, 43]

/** Grey bars where rows will be, after 150 ms: what comes sooner needs no stand-in. */
export function SkeletonRows({ label }: { label: string }) {
  const [due, setDue] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setDue(true), patience)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div role="status" aria-label={label} className={styles.rows}>
      {due
        ? widths.map((width) => (
            <div key={width} className={styles.row}>
              <span className={styles.dot} />
              <span className={styles.bar} style={{ width: `${width / 2}%` }} />
              <span className={styles.bar} style={{ width: `${(90 - width) / 2}%` }} />
            </div>
          ))
        : null}
    </div>
  )
}
