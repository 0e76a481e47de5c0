import {
  columnOrderingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  createColumnHelper,
  metaHelper,
  rowSortingFeature,
  tableFeatures,
} from '@tanstack/react-table'
import type { ReactNode } from 'react'
import type { Container } from '#shared/container.ts'
import type { TableColumnId } from '#shared/settings.ts'
import { shortId } from '#shared/short-id.ts'
import { EngineText } from '../../../ui/engine-text.tsx'
import { RelativeAge } from '../../../ui/relative-age.tsx'
import { imageText, looks, shownState } from '../words-model.ts'
import { NameCell } from './name-cell.tsx'
import { PortsCell } from './ports-cell.tsx'
import { StatusCell } from './status-cell.tsx'

type Column = {
  label: string
  /** Pixels. */
  size: number
  minSize: number
  /** Its share of the width that is left over. */
  grows: number
  cell: (container: Container) => ReactNode
  mono?: boolean
}

/** Every column there is. Which of them are shown, in which order and how wide, is the appearance's. */
export const columns: Record<TableColumnId, Column> = {
  name: {
    label: 'Name',
    size: 250,
    minSize: 210,
    grows: 2,
    cell: (container) => <NameCell container={container} />,
  },
  image: {
    label: 'Image',
    size: 220,
    minSize: 110,
    grows: 2,
    cell: ({ image }) => <Clipped text={imageText(image)} whole={image} />,
  },
  state: { label: 'State', size: 100, minSize: 92, grows: 0, cell: (container) => looks[shownState(container)].word },
  status: {
    label: 'Status',
    size: 170,
    minSize: 140,
    grows: 0,
    cell: (container) => <StatusCell container={container} />,
  },
  ports: {
    label: 'Ports',
    size: 160,
    minSize: 84,
    grows: 1,
    cell: (container) => <PortsCell ports={container.ports} />,
  },
  network: {
    label: 'Network',
    size: 130,
    minSize: 80,
    grows: 1,
    cell: ({ networks }) => <Clipped text={networks.map((network) => network.name).join(', ')} />,
  },
  ip: {
    label: 'IP',
    size: 124,
    minSize: 116,
    grows: 0,
    mono: true,
    cell: ({ networks }) => <Clipped text={networks[0]?.ip ?? ''} />,
  },
  project: { label: 'Project', size: 130, minSize: 70, grows: 1, cell: ({ project }) => <Clipped text={project} /> },
  created: {
    label: 'Created',
    size: 100,
    minSize: 88,
    grows: 0,
    cell: ({ created }) => (created > 0 ? <RelativeAge at={created * 1000} /> : null),
  },
  id: {
    label: 'Id',
    size: 112,
    minSize: 108,
    grows: 0,
    mono: true,
    cell: ({ id }) => <Clipped text={shortId(id)} whole={id} />,
  },
}

export const columnIds = Object.keys(columns) as TableColumnId[]

export const features = tableFeatures({
  columnOrderingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  rowSortingFeature,
  columnMeta: metaHelper<{ mono: boolean }>(),
})

const helper = createColumnHelper<typeof features, Container>()

export const definitions = helper.columns(
  columnIds.map((id) => {
    const { label, size, minSize, mono = false, cell } = columns[id]
    return helper.accessor((container) => container, {
      id,
      header: label,
      size,
      minSize,
      maxSize: 1200,
      sortDescFirst: false,
      meta: { mono },
      cell: (context) => cell(context.row.original),
    })
  }),
)

function Clipped({ text, whole = text }: { text: string; whole?: string }) {
  return (
    <span title={whole}>
      <EngineText value={text} />
    </span>
  )
}
