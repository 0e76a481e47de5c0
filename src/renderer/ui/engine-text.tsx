import { visibleText } from '#shared/visible-text.ts'

/** Text that came from an engine: shown as text, isolated from the direction of its surroundings, nothing in it hidden. */
export function EngineText({ value, className }: { value: string; className?: string | undefined }) {
  return (
    <bdi className={className} translate="no">
      {visibleText(value)}
    </bdi>
  )
}
