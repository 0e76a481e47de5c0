import type { Settings } from './settings.ts'

export const defaultSettings: Settings = {
  version: 1,
  enabled: true,
  pinned: null,
  window: { width: 1280, height: 800, maximized: false },
  appearance: {
    theme: 'system',
    density: 'dense',
    railCollapsed: false,
    detailsWidth: 380,
    table: {
      columns: ['name', 'image', 'status', 'ports', 'network'],
      widths: {},
      sort: { column: 'name', descending: false },
      groupByProject: true,
    },
  },
}
