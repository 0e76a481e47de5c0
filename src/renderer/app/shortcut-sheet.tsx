import { KeyHint } from '../ui/key-hint.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { keyWords, type ShortcutId, shortcuts } from './shortcut-model.ts'
import styles from './shortcut-sheet.module.css'

const ids = Object.keys(shortcuts) as ShortcutId[]
const groups = ['Everywhere', 'List', 'Details'] as const

export function ShortcutSheet({ onClose }: { onClose: () => void }) {
  return (
    <Sheet title="Keys" closeLabel="Close keys" onClose={onClose}>
      {groups.map((group) => (
        <section key={group} className={styles.group}>
          <h3 className={styles.title}>{group}</h3>
          <dl className={styles.keys}>
            {ids
              .filter((id) => shortcuts[id].group === group)
              .map((id) => (
                <div key={id} className={styles.line}>
                  <dt>{shortcuts[id].does}</dt>
                  <dd>
                    <KeyHint keys={keyWords(id)} />
                  </dd>
                </div>
              ))}
          </dl>
        </section>
      ))}
    </Sheet>
  )
}
