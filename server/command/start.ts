import { becomeServer } from './become-server.ts'
import { buildClientIfStale } from './client-build.ts'

/** `npm start`: a fresh checkout gets its client first; then this very process becomes the server. */
if (buildClientIfStale()) await becomeServer()
else {
  console.error('The client could not be built, so there is nothing to serve. The lines above say why.')
  process.exitCode = 1
}
