import { useEffect, useMemo } from 'preact/hooks';
import type { WebReply } from '../../channels/web/contract.js';
import { wording } from '../wording.js';
import { printOnly } from './print-only.js';

const words = wording.reply;

/** What can be taken away: each file as a link that saves it, and a button that prints this answer alone. */
export function Takeaway({ files }: { files: WebReply['files'] }) {
  if (files.length === 0) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for inputs; these are commands
    <div class="files" role="group" aria-label={words.files}>
      <button type="button" onClick={(event) => printOnly(event.currentTarget)}>
        {words.print}
      </button>
      {files.map((file) => (
        <Save key={file.name} file={file} />
      ))}
    </div>
  );
}

type File = WebReply['files'][number];

function Save({ file }: { file: File }) {
  const { name, type, content } = file;
  const address = useMemo(() => URL.createObjectURL(new Blob([content], { type })), [type, content]);
  useEffect(() => () => URL.revokeObjectURL(address), [address]);
  return (
    <a class="part" download={name} href={address}>
      {words.save(name)}
    </a>
  );
}
