import { Dialog } from '../controls/Dialog.tsx'
import { QrCode } from '../controls/QrCode.tsx'
import { useSession } from '../model/use-store.ts'
import { shareWords } from '../words/share.ts'
import './full-screen-code.css'

/** The code as large as the screen: for a projector, a big table, or paper. */
export function FullScreenCode({ link, onClose }: { readonly link: string; readonly onClose: () => void }) {
  const title = useSession((session) => session.title)
  return (
    <div className="full-screen-code">
      <Dialog title={title} size="large" onClose={onClose}>
        <div className="full-screen-code-body">
          <QrCode text={link} label={shareWords.code} />
          <p className="t-h2">{`${shareWords.point} ${shareWords.noAccount}`}</p>
          <p className="t-second full-screen-code-link">{link}</p>
        </div>
      </Dialog>
    </div>
  )
}
