import { openDevice } from '../model/device.ts'
import { openIdentity } from '../model/identity.ts'
import '../theme/base.css'
import { startTheme } from '../theme/theme.ts'
import { fetchAhead } from './ahead.ts'

// First of all, what the page of this address is made of is asked for: its largest part by far comes meanwhile.
startTheme()
const device = openDevice()
const identity = openIdentity(device)
const takeAhead = fetchAhead(identity)
const { showPage } = await import('./show-page.tsx')
showPage({ device, identity, takeAhead })
