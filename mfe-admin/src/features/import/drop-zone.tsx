import { useFormat } from '@tessera/remote-kit/contexts/hooks.ts';
import { UploadIcon } from '@tessera/ui/icons/upload.tsx';
import { WarningIcon } from '@tessera/ui/icons/warning.tsx';
import { useId, useState, type DragEvent } from 'react';
import page from '../../shared/page.module.css';
import { useText } from '../../shared/text.ts';
import styles from './import-page.module.css';

interface DropZoneProps {
  file: File | undefined;
  error: string | undefined;
  onFile(file: File): void;
}

/** The browser's own file field, and a place to drop on. */
export function DropZone({ file, error, onFile }: DropZoneProps) {
  const t = useText();
  const { bytes } = useFormat();
  const [over, setOver] = useState(false);
  const id = useId();
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [dropped] = event.dataTransfer.files;
    if (dropped) onFile(dropped);
  };
  return (
    <div className={page.section}>
      {/* Dropping is a second way for the mouse; the field inside serves everybody. */}
      {/* eslint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div
        className={styles.drop}
        data-over={over ? '' : undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <UploadIcon width="28" height="28" />
        <label htmlFor={id} className={styles.dropLabel}>
          {file ? <bdi>{file.name}</bdi> : t('import.drop')}
        </label>
        <span id={`${id}-hint`} className={page.muted}>
          {file ? bytes(file.size) : t('import.dropHint')}
        </span>
        <input
          id={id}
          className={styles.file}
          type="file"
          accept=".csv,.ndjson,.jsonl,text/csv,application/x-ndjson"
          aria-describedby={error ? `${id}-error` : `${id}-hint`}
          aria-invalid={error ? true : undefined}
          onChange={(event) => {
            const [chosen] = event.target.files ?? [];
            if (chosen) onFile(chosen);
          }}
        />
      </div>
      {error ? (
        <p id={`${id}-error`} className={styles.error}>
          <WarningIcon width="16" height="16" />
          {error}
        </p>
      ) : null}
    </div>
  );
}
