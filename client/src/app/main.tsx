import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { openDevice } from '../model/device.ts'
import { openHabits } from '../model/habits.ts'
import { openIdentity } from '../model/identity.ts'
import { keepShell, plainShell } from '../model/shell.ts'
import { AheadContext } from '../model/use-ahead.ts'
import { HabitsContext } from '../model/use-habits.ts'
import { ShellContext } from '../model/use-shell.ts'
import '../theme/base.css'
import { startTheme } from '../theme/theme.ts'
import { fetchAhead } from './ahead.ts'
import { App } from './App.tsx'

const root = document.getElementById('root')
if (root) {
  startTheme()
  // While it is being worked on, the page comes from the source at every load.
  const shell = import.meta.env.PROD ? keepShell() : plainShell()
  const device = openDevice()
  const identity = openIdentity(device)
  const takeAhead = fetchAhead(identity)
  createRoot(root).render(
    <StrictMode>
      <ShellContext value={shell}>
        <HabitsContext value={openHabits(device)}>
          <AheadContext value={takeAhead}>
            <App identity={identity} />
          </AheadContext>
        </HabitsContext>
      </ShellContext>
    </StrictMode>,
  )
}
