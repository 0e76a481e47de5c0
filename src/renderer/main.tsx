import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import './app/styles.css'
import { App } from './app/app.tsx'
import { firstSight, followAll } from './app/follow.ts'
import { flushAppearance, readSettings } from './features/settings/settings-store.ts'

/** The first paint has the remembered theme and the rows in it; what takes longer than this is painted when it comes. */
const patience = 250

async function start(root: HTMLElement): Promise<void> {
  followAll()
  const ready = Promise.all([readSettings(), firstSight()])
  await Promise.race([ready, new Promise((resolve) => setTimeout(resolve, patience))])
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
}

window.addEventListener('pagehide', flushAppearance)
const root = document.getElementById('root')
if (root) void start(root)
