import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import './app/styles.css'
import { App } from './app/app.tsx'
import { flushAppearance, readSettings } from './features/settings/settings-store.ts'

/** The frame is painted in the remembered theme; if main is slow to say which, it is painted all the same. */
const patience = 250

async function start(root: HTMLElement): Promise<void> {
  await Promise.race([readSettings(), new Promise((resolve) => setTimeout(resolve, patience))])
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
}

window.addEventListener('pagehide', flushAppearance)
const root = document.getElementById('root')
if (root) void start(root)
