import { Stages, rule, ruleBook, type RuleBook } from '@isegoria/audit-kit';
import { fileStream, isFileHash, isPicture, type FileAdded, type FileEvent, type FileWithdrawn } from '../file.contract';

/** The life of a file; that the site gives the bytes whose hash is recorded, the auditor checks besides. */
export function rulesOfFiles(): RuleBook {
  const files = new Stages('added', 'withdrawn');
  return ruleBook<FileEvent>({
    FileAdded: [
      files.begins('added', 'file-begins', 'A file is added once, with the first event of its stream.'),
      rule<FileAdded>(
        'file-named-by-hash',
        'The stream of a file is named by the hash of its bytes.',
        ({ stream, data: { file } }) => isFileHash(file) && stream === fileStream(file),
      ),
      rule<FileAdded>(
        'picture-described',
        'A picture has an alternative text and says how large it is; a document has neither.',
        ({ data: { mediaType, alt, width, height } }) => [alt, width, height].every((fact) => (fact !== null) === isPicture(mediaType)),
      ),
    ],
    FileWithdrawn: [
      files.follows(['added'], 'file-not-withdrawn', 'Only a file that stands is withdrawn.', 'withdrawn'),
      rule<FileWithdrawn>(
        'withdrawn-file-of-stream',
        'A file is withdrawn in its own stream.',
        ({ stream, data }) => stream === fileStream(data.file),
      ),
    ],
  });
}
