import { Button } from '@mantine/core'
import { IconBox } from '@tabler/icons-react'
import { visibleText } from '#shared/visible-text.ts'
import { CommandBlock } from '../../ui/command-block.tsx'
import { countText } from '../../ui/count-text.ts'
import { PlainState } from '../../ui/plain-state.tsx'
import { changeView, useView } from './view-store.ts'

/** An engine without a single container. */
export function NoContainers({ engine }: { engine: 'docker' | 'podman' }) {
  return (
    <PlainState icon={<IconBox size={28} stroke={1.3} />} title="This engine has no containers">
      <p>Containers appear here as soon as they exist. To start one:</p>
      <CommandBlock command={`${engine} run -d --name web -p 8080:80 nginx`} />
    </PlainState>
  )
}

/** Containers exist, and none of them passes what was asked for. `total` counts them all. */
export function NothingShown({ total }: { total: number }) {
  const { search, filter } = useView()
  if (search.trim() !== '') {
    return (
      <PlainState
        title={`No container matches “${visibleText(search.trim())}”`}
        actions={
          <>
            <Button onClick={() => changeView({ search: '' })}>Clear filter</Button>
            {filter === 'all' ? null : <ShowAll total={total} />}
          </>
        }
      >
        <p>The filter looks at names, images, ids, labels, ports and networks.</p>
      </PlainState>
    )
  }
  return (
    <PlainState
      title={filter === 'running' ? 'No container is running' : `No container is ${filter} now`}
      actions={<ShowAll total={total} />}
    >
      <p>
        {total === 1
          ? 'The one container here is not running.'
          : `All ${countText(total)} containers here are in other states.`}
      </p>
    </PlainState>
  )
}

function ShowAll({ total }: { total: number }) {
  return <Button onClick={() => changeView({ filter: 'all' })}>{`Show all ${countText(total)}`}</Button>
}
