import { beforeEach, describe, expect, it } from 'vitest'
import {
  backOut,
  changeView,
  toggleCollapsed,
  useView,
} from '../../../../../src/renderer/features/containers/view-store.ts'

beforeEach(() => useView.setState(useView.getInitialState(), true))

describe('looking at the list', () => {
  it('backs out one level at a time: details, selection, search', () => {
    changeView({ opened: 'a', selected: new Set(['a']), search: 'web' })
    const levels = () => {
      const { opened, selected, search } = useView.getState()
      return [opened, selected.size, search]
    }
    expect([backOut(), ...levels()]).toEqual([true, null, 1, 'web'])
    expect([backOut(), ...levels()]).toEqual([true, null, 0, 'web'])
    expect([backOut(), ...levels()]).toEqual([true, null, 0, ''])
    expect(backOut()).toBe(false)
  })

  it('folds a project and unfolds it', () => {
    toggleCollapsed('shop')
    expect([...useView.getState().collapsed]).toEqual(['shop'])
    toggleCollapsed('shop')
    expect([...useView.getState().collapsed]).toEqual([])
  })
})
