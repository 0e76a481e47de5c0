import { Button } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useCopied } from './use-copied.ts'

/** A button in words that copies `value()` and says so: “Copy names” → “Copied”. */
export function CopyTextButton({ value, label }: { value: () => string; label: string }) {
  const [copied, copy] = useCopied()
  return (
    <Button
      leftSection={copied ? <IconCheck size={14} stroke={1.8} /> : <IconCopy size={14} stroke={1.6} />}
      onClick={() => copy(value())}
    >
      <span aria-live="polite">{copied ? 'Copied' : label}</span>
    </Button>
  )
}
