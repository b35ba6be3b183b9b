import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import type { Device } from '../model/device.ts'
import { openHabits } from '../model/habits.ts'
import type { Identity } from '../model/identity.ts'
import { keepShell, plainShell } from '../model/shell.ts'
import { AheadContext, type TakeAhead } from '../model/use-ahead.ts'
import { HabitsContext } from '../model/use-habits.ts'
import { ShellContext } from '../model/use-shell.ts'
import { App } from './App.tsx'

interface Beginning {
  readonly device: Device
  readonly identity: Identity
  readonly takeAhead: TakeAhead
}

/** From here on the page is React's. */
export function showPage({ device, identity, takeAhead }: Beginning): void {
  const root = document.getElementById('root')
  if (root === null) return
  // While it is being worked on, the page comes from the source at every load.
  const shell = import.meta.env.PROD ? keepShell() : plainShell()
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
