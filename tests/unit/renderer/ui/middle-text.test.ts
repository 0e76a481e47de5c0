import { expect, it } from 'vitest'
import { middleText } from '../../../../src/renderer/ui/middle-text.ts'

it('shortens a hash in its middle to the length asked for, and leaves what fits', () => {
  expect(middleText('sha256:0123456789abcdef', 15)).toBe('sha256:01…bcdef')
  expect(middleText('sha256:0123456789abcdef', 15)).toHaveLength(15)
  expect(middleText('short', 15)).toBe('short')
})
