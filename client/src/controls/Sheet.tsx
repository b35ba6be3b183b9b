import { Dialog, type DialogProps } from './Dialog.tsx'

/** A side sheet on a desktop, the whole screen on a phone. */
export function Sheet(props: Omit<DialogProps, 'form' | 'size'>) {
  return <Dialog {...props} form="sheet" />
}
