import { Maximize, Printer, TriangleAlert } from 'lucide-react'
import { useRef } from 'react'
import { Button } from '../controls/Button.tsx'
import { CopyButton } from '../controls/CopyButton.tsx'
import { MessageCard } from '../controls/MessageCard.tsx'
import { QrCode } from '../controls/QrCode.tsx'
import { TextField } from '../controls/TextField.tsx'
import { useActor, usePeople } from '../model/use-store.ts'
import { shareWords } from '../words/share.ts'
import { isLoopback } from './is-loopback.ts'

export interface ShareCodeProps {
  /** Undefined where this device never learned it. */
  readonly link: string | undefined
  readonly onFullScreen: () => void
  readonly onRenew: () => void
}

/** The participant link, large enough for the back row. */
export function ShareCode({ link, onFullScreen, onRenew }: ShareCodeProps) {
  const field = useRef<HTMLDivElement>(null)
  const wayIn = useWayIn()
  if (link === undefined) return <NotKnown onRenew={onRenew} />
  return (
    <div className="share-code">
      <QrCode text={link} label={shareWords.code} />
      <div className="share-code-words">
        <h3 className="t-h3">
          <span>{shareWords.point}</span>
          <span>{shareWords.noAccount}</span>
        </h3>
        <p className="t-second">{wayIn}</p>
        <div className="share-code-link" ref={field}>
          <TextField
            label={shareWords.link}
            bare
            value={link}
            readOnly
            onChange={() => undefined}
            onFocus={(event) => event.currentTarget.select()}
          />
          <CopyButton text={link} look="primary" onFailure={() => field.current?.querySelector('input')?.select()}>
            {shareWords.copyLink}
          </CopyButton>
        </div>
        <div className="share-code-more">
          <Button look="tertiary" icon={<Maximize />} onClick={onFullScreen}>
            {shareWords.fullScreen}
          </Button>
          <Button look="tertiary" icon={<Printer />} onClick={() => print()}>
            {shareWords.print}
          </Button>
        </div>
      </div>
      <p className="share-code-printed">{link}</p>
      {isLoopback(link) && (
        <div className="share-code-warning">
          <MessageCard title={shareWords.onlyHere} icon={<TriangleAlert />} look="warn" />
        </div>
      )}
    </div>
  )
}

/** What the code leads to, as the door stands now. */
function useWayIn(): string {
  const { doorOpen, terms } = usePeople()
  if (!doorOpen) return shareWords.doorClosed
  return terms.passphrase ? shareWords.theyTypeBoth : shareWords.theyType
}

function NotKnown({ onRenew }: { readonly onRenew: () => void }) {
  const steers = useActor().role === 'facilitator'
  return (
    <MessageCard
      title={steers ? shareWords.notHere : shareWords.onlyFacilitator}
      icon={<TriangleAlert />}
      look="warn"
      actions={steers && <Button onClick={onRenew}>{shareWords.renew}</Button>}
    >
      {steers ? shareWords.notHereWords : shareWords.askFacilitator}
    </MessageCard>
  )
}
