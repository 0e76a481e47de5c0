import { Fragment, type KeyboardEvent, useState } from 'react'
import { EngineText } from '../ui/engine-text.tsx'
import { KeyHint } from '../ui/key-hint.tsx'
import { StatusIcon } from '../ui/status-icon.tsx'
import { useModalDialog } from '../ui/use-modal-dialog.ts'
import styles from './palette.module.css'
import { movedChoice, type PaletteItem } from './palette-model.ts'
import { usePaletteGroups } from './use-palette-groups.ts'
import type { Sheet } from './use-shortcuts.ts'

// The combobox pattern of ARIA: the focus stays in the box, which names the option that Enter takes.
const comboboxRole = { role: 'combobox', 'aria-expanded': true, 'aria-autocomplete': 'list' } as const
const prompt = 'Search containers, sources, actions'
const listboxRole = { role: 'listbox', 'aria-label': prompt } as const
const optionRole = (chosen: boolean) => ({ role: 'option', 'aria-selected': chosen })
const optionId = (index: number) => `palette-option-${index}`

type Props = { onClose: () => void; onOpen: (sheet: Sheet) => void }

/** Everything by its name: containers, sources, actions. */
export function Palette({ onClose, onOpen }: Props) {
  const [query, setQuery] = useState('')
  const [chosen, setChosen] = useState(0)
  const groups = usePaletteGroups(query, onOpen)
  const items = groups.flatMap((group) => group.items)
  const at = Math.min(chosen, items.length - 1)
  const dialog = useModalDialog(onClose)

  const take = (item: PaletteItem | undefined) => {
    if (!item) return
    dialog.ref.current?.close()
    // Once the palette is gone and the focus is back: what is run may want it elsewhere.
    setTimeout(item.run)
  }
  const pressKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const next = movedChoice(event.key, at, items.length)
    if (next !== null) setChosen(next)
    else if (event.key === 'Enter') take(items[at])
    else return
    event.preventDefault()
  }

  return (
    <dialog {...dialog} aria-label="Palette" className={styles.palette}>
      <input
        {...comboboxRole}
        {...(at < 0 ? {} : { 'aria-activedescendant': optionId(at) })}
        className={styles.box}
        aria-label={prompt}
        aria-controls="palette-options"
        placeholder={prompt}
        autoComplete="off"
        spellCheck={false}
        value={query}
        onChange={(event) => {
          setQuery(event.currentTarget.value)
          setChosen(0)
        }}
        onKeyDown={pressKey}
      />
      <div {...listboxRole} id="palette-options" className={styles.options}>
        {groups.map((group) => (
          <Fragment key={group.title}>
            <div className={styles.title} role="presentation">
              {group.title}
            </div>
            {group.items.map((item) => (
              <Option
                key={item.id}
                item={item}
                index={items.indexOf(item)}
                chosen={items[at] === item}
                onTake={() => take(item)}
              />
            ))}
          </Fragment>
        ))}
      </div>
      <p role="status" className={styles.nothing}>
        {items.length === 0 ? 'Nothing is called that' : ''}
      </p>
    </dialog>
  )
}

type OptionProps = { item: PaletteItem; index: number; chosen: boolean; onTake: () => void }

function Option({ item, index, chosen, onTake }: OptionProps) {
  return (
    <button
      {...optionRole(chosen)}
      type="button"
      id={optionId(index)}
      tabIndex={-1}
      ref={chosen ? keepInView : null}
      className={styles.option}
      onClick={onTake}
    >
      {item.look ? <StatusIcon look={item.look} /> : null}
      <EngineText value={item.label} className={styles.label} />
      {item.note ? <EngineText value={item.note} className={styles.note} /> : null}
      {item.keys ? <KeyHint keys={item.keys} /> : null}
    </button>
  )
}

function keepInView(option: HTMLElement | null): void {
  option?.scrollIntoView({ block: 'nearest' })
}
