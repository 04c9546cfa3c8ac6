import {
  useEffect,
  useLayoutEffect,
  useRef,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  type SyntheticEvent,
} from 'react';

interface ModalOptions {
  open: boolean;
  onClose(): void;
  /** `false` where neither Escape nor a click beside it closes. */
  dismissable?: boolean | undefined;
  /** `false` leaves the page behind usable. */
  modal?: boolean | undefined;
}

/**
 * Drives a native `<dialog>` from state. The browser traps focus, gives it back, and closes on Escape; a click on the
 * backdrop closes too. Beside a page that stays usable the browser leaves Escape to us.
 */
export function useModal({ open, onClose, dismissable = true, modal = true }: ModalOptions) {
  const ref: RefObject<HTMLDialogElement | null> = useRef(null);
  useEffect(() => {
    const dialog = ref.current;
    if (!dialog || dialog.open === open) return;
    if (!open) dialog.close();
    else if (modal) dialog.showModal();
    else dialog.show();
  }, [open, modal]);
  // One that is removed while it is open gives no focus back.
  useLayoutEffect(() => {
    const dialog = ref.current;
    return () => dialog?.close();
  }, []);
  return {
    ref,
    closedby: dismissable ? undefined : ('none' as const),
    onClose(event: SyntheticEvent<HTMLDialogElement>) {
      if (event.target !== event.currentTarget || !open) return;
      if (dismissable) onClose();
      // A browser that does not know `closedby`.
      else event.currentTarget.showModal();
    },
    onKeyDown(event: KeyboardEvent<HTMLDialogElement>) {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      if (!dismissable) event.preventDefault();
      else if (!modal) onClose();
    },
    onClick(event: MouseEvent<HTMLDialogElement>) {
      // The backdrop belongs to the dialog element; its content lies in a child that covers it.
      if (dismissable && modal && event.target === event.currentTarget) onClose();
    },
  };
}
