export const help = `Checks a participation site from outside, with no account and no trust in its operator.

  npm run audit -- URL [options]
  npm run audit -- BUNDLE [options]
  npm run audit -- replay URL|BUNDLE --as-of TIME [--consultation ID]
  npm run audit -- diff URL|BUNDLE --from PLACE --to PLACE [--consultation ID]

It reads the whole log, rebuilds its tree and compares it with the signed checkpoint; holds every event against its leaf; looks
for gaps; holds the checkpoint against every one that you ever saw; counts ballots against accounts; looks for who authorised
each act of an official and for the signature beside it, and for an erasure behind each text that is gone; holds every event against the rules; recounts every figure and opinion map of every
consultation from the events, and compares them with what the site publishes. A BUNDLE is a file that --bundle wrote; it is audited without a network.

replay tells what every consultation was like at a time, and diff what changed between two places, both from events that were
verified first. A PLACE or TIME is a time as 2026-10-01T12:00:00Z, or a position of the event store, as figures state it.

  --key VKEY           the log's verifier key, as you got it by another way than from the site itself. Without it, the key
                       of your last audit is trusted, and at the first audit the one that the site shows
  --state FILE         where the last checkpoint is kept (default: ~/.isegoria-audit/<name of the log>.json); every
                       checkpoint you ever saw is in the file beside it that ends in .checkpoints.ndjson
  --since CHECKPOINT   a file with a checkpoint that you verified before: only what came after is read and verified, and
                       that it continues that checkpoint. Figures are not recounted, since they need the whole log
  --as-of PLACE        recount as of an earlier place, and compare with what the API and the pages of the site say for it. What a
                       site does not say for that place, as results that are hidden until the closing, the report names
  --policy FILE        whose witnesses you believe (C2SP tlog-policy; default: the policy that the site shows)
  --require-quorum     fail where no quorum of witnesses cosigned, also where the site names no witnesses
  --stale-after MIN    how old the checkpoint and its cosignatures may be, and how far the figures behind the log, in minutes
                       (default: 60); of a bundle, ages are only told
  --wait SECONDS       how long to wait for a checkpoint that covers what the site publishes, and for cosignatures (default: 10)
  --receipt FILE|TEXT  a receipt, or a file with one a line, to be found in the log; may be given more than once
  --token T            your session as an auditor: the bodies of account and staff events are read and checked too, who
                       gave which role, and the words of citizens. With - it is read from standard input, where other users of the machine do not see it
  --bundle FILE        writes all that was read into one file, to be audited again at any time
  --consultation ID    for replay and diff: this consultation only
  --from PLACE, --to PLACE  for diff
  --json               the result as one JSON object on standard output
  --help               this text

Exit codes
   0  all of it was verified
   1  the audit could not be made: wrong arguments, the site does not answer, or answers what cannot be read
   2  a signature or a key is not the trusted one
   3  the log is not what was signed: an entry was altered, inserted, removed, or cannot be read
   4  a published result of a vote differs from the recount, or a consultation is not listed
   5  too few witnesses cosigned the checkpoint
   6  the history was rewritten: the log shrank, was forked, or does not continue a checkpoint that you saw; both
      checkpoints are kept in a file beside --state, as evidence
   7  an event is not what its leaf commits to, or is withheld
   8  a gap: an entry out of place, or a revision of a stream that is missing or doubled
   9  an opinion map differs from the one that was recomputed
  10  another figure of a dashboard differs from the recount
  11  more ballots than credentials
  12  an act of an official or an erasure that no event authorised, or a text that is gone and in no erasure on record
  13  an event that a receipt promises is not in the log
  14  a bundle is damaged
  15  a tile that the log serves is not what its entries make
  16  an event in a stream that is not for it, a ballot in another person's among them
  17  stale: a checkpoint or cosignatures that are too old, or figures that do not follow the log
  18  an event that the rules of the platform forbid, such as a ballot with two options in a poll with a single choice
  19  a time that cannot be true
  20  an act of staff that the platform did not sign, or signed for another event, account or key
  21  words that everybody may read are not those of the log
  22  a page shows other numbers or words than the answer that it is made of
  23  a file is not the one whose hash the log names, or is not given

Each finding names the entry that it is about, where there is one.
`;
