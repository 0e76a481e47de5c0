import { causeText } from '#shared/cause-text.ts'
import type { Cause } from '#shared/diagnosis.ts'
import { EngineText } from '../../ui/engine-text.tsx'
import styles from './problem-view.module.css'

/** The explanations that fit besides the first, the surest first. */
export function CauseList({ causes }: { causes: readonly Cause[] }) {
  return (
    <section aria-labelledby="causes-title">
      <h3 id="causes-title" className={styles.heading}>
        Also possible
      </h3>
      <ul className={styles.causes}>
        {causes.map((cause) => (
          <li key={cause.code}>
            <span className={styles.confidence}>{cause.confidence}</span> {causeText[cause.code].title}
            <p className={styles.quiet}>
              <EngineText value={cause.summary} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
