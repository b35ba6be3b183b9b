import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { openDevice } from '../model/device.ts'
import { openIdentity } from '../model/identity.ts'
import '../theme/base.css'
import { startTheme } from '../theme/theme.ts'
import { App } from './App.tsx'

const root = document.getElementById('root')
if (root) {
  startTheme()
  createRoot(root).render(
    <StrictMode>
      <App identity={openIdentity(openDevice())} />
    </StrictMode>,
  )
}
