import { ActionIcon, Tooltip } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useCopied } from './use-copied.ts'

/** A small button that copies `value` and says so. `label` names what is copied: “Copy id”. */
export function CopyButton({ value, label }: { value: string; label: string }) {
  const [copied, copy] = useCopied()
  const text = copied ? 'Copied' : label
  return (
    <Tooltip label={text} {...(copied ? { opened: true } : {})}>
      <ActionIcon size={22} aria-label={text} onClick={() => copy(value)}>
        {copied ? <IconCheck size={14} stroke={1.8} /> : <IconCopy size={14} stroke={1.6} />}
      </ActionIcon>
    </Tooltip>
  )
}
