import { describe, expect, it } from 'vitest'
import { accessWords, nextTheme, resolvedScheme } from '../../../../../src/renderer/features/settings/settings-model.ts'

describe('settings', () => {
  it('follows the system only where that was chosen', () => {
    expect(resolvedScheme('system', true)).toBe('dark')
    expect(resolvedScheme('system', false)).toBe('light')
    expect(resolvedScheme('light', true)).toBe('light')
    expect(resolvedScheme('dark', false)).toBe('dark')
  })

  it('reaches every theme with the one button', () => {
    expect(nextTheme[nextTheme[nextTheme.system]]).toBe('system')
    expect(new Set(Object.values(nextTheme)).size).toBe(3)
  })

  it('names the variable that overrides the switch', () => {
    expect(accessWords(true, 'environment')).toContain('GANGWAY_DOCKER_ENABLED')
    expect(accessWords(false, 'setting')).not.toContain('GANGWAY_DOCKER_ENABLED')
  })
})
