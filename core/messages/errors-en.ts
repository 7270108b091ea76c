import type { ErrorCatalogue } from './error-catalogue.ts';

export const ERRORS_EN: ErrorCatalogue = {
  'file-not-found': 'There is no file or folder {path}; check the name.',
  'file-unreadable': '{path} cannot be read; check that you may open it and that its disk is connected.',
  'file-unreadable.folder': '{path} is a folder; name a file.',
  'file-unreadable.special': '{path} is a device or a pipe; name a file.',
  'file-empty': '{path} holds no text; save the report again and import that file.',
  'file-too-large': '{path} is larger than {limit} MB; split it and import the parts.',
  'file-not-text': '{path} is not a text file; save the report as plain text or Markdown and import that.',
  'file-undecodable':
    'No Chinese encoding explains the bytes of {path}; open it in the program it came from and save it as UTF-8.',
  'file-kind-unknown': '{path} is of a kind Zhupi does not read; it reads {kinds}.',
  'file-damaged':
    '{path} is damaged or not of the kind its name says; open it in the program it came from and save it again.',
  'file-encrypted': '{path} is locked with a password; save it without one and import that file.',
  'file-expands':
    '{path} unpacks to more than {limit} MB or holds too many files; save the report alone and import that file.',
  'file-too-complex':
    '{path} is too deeply or too finely built to be read in time; save the report as plain text and import that.',
  'pdf-without-text':
    '{path} has no text, only pictures of pages; run text recognition (OCR) on it first and import the result.',
  'pdf-text-unreadable':
    'The fonts of {path} do not say which characters they show, so its text cannot be read. Recognise its text (OCR) first, then import it again.',
  'folder-unreadable': 'The folder {path} cannot be read; check that you may open it.',
  'clipboard-empty': 'The clipboard holds no text; copy the text of a report first.',
  'pack-invalid': '{path} is not a sound Zhupi pack; get the file again from where it came from.',
  'pack-invalid.id': '“{packId}” cannot name a pack; use small letters, digits and hyphens.',
  'pack-invalid.no-reports': 'The folder {path} holds no .md report; put the reports of the pack there.',
  'pack-too-large':
    'A pack holds at most {reports} reports and {chars} characters; divide {path} into several packs.',
  'pack-report-invalid':
    '{file}, line {line}: this report does not fit a pack; mend it and make the pack again.',
  'pack-report-invalid.front-matter-missing':
    '{file}, line {line}: there is no front matter; begin the file with its fields between two lines “---”.',
  'pack-report-invalid.front-matter-broken':
    '{file}, line {line}: the front matter is no valid YAML; mend this line.',
  'pack-report-invalid.field-missing':
    '{file}, line {line}: the field “{field}” is missing; add it to the front matter.',
  'pack-report-invalid.field-misnamed':
    '{file}, line {line}: there is no field “{field}”, and “{missing}” is missing; correct the name.',
  'pack-report-invalid.field-wrong': '{file}, line {line}: the field “{field}” has a wrong value; mend it.',
  'pack-report-invalid.field-unknown':
    '{file}, line {line}: there is no field “{field}”; correct its name or take it out.',
  'pack-report-invalid.text-empty':
    '{file}, line {line}: no text follows the front matter; write the report there.',
  'pack-report-invalid.encoding': '{file}, line {line}: the file is not UTF-8; save it as UTF-8.',
  'pack-report-invalid.name':
    '{file}, line {line}: the file name cannot become an id; use small letters, digits and hyphens before “.md”.',
  'pack-older':
    '{path} is version {version} of a pack that is here in the newer version {known}; it was left out, there is nothing to do.',
  'pack-not-found': 'There is no pack “{packId}” that can be removed; look at the list of packs.',
  'report-unknown': 'There is no report {reportId}; look for its id in the list of reports.',
  'report-unknown.empty': 'The id of a report is empty; write it, zhupi list shows it.',
  'report-unknown.not-in-trash':
    'Report {reportId} is not in the trash but in the library; there is nothing to restore.',
  'report-unknown.trash':
    'There is no report {reportId} in the trash; what was deleted stays there for 30 days.',
  'report-ambiguous': 'Several reports begin with {reportId} ({matches}); write more of the id.',
  'report-changed': 'Report {reportId} was changed elsewhere in the meantime; look at it and try again.',
  'report-duplicate':
    'This text is in the library already, as “{title}” ({reportId}); nothing was changed, open that report.',
  'report-duplicate.trash':
    'This text is in the trash already, as “{title}” ({reportId}); nothing was changed, restore that report.',
  'metadata-invalid': 'The field “{field}” cannot be that; nothing was changed, mend it.',
  'metadata-invalid.title': 'A report needs a title; nothing was changed, write one.',
  'metadata-invalid.date':
    '“{value}” is no date; nothing was changed, write a year, a month or a day, such as 2023-07-18.',
  'metadata-invalid.url':
    '“{value}” is no web address; nothing was changed, it begins with https:// or http://.',
  'encoding-fixed':
    'The file of report {reportId} says itself how its text is encoded ({format}), so no encoding can be chosen.',
  'original-missing':
    'The file that report {reportId} came from is not kept; there is nothing to read again or save.',
  'original-target-taken': '{path} lies in the data folder of Zhupi; choose a place outside it.',
  'quote-not-found': 'The quote does not stand in report {reportId}; copy it from the text.',
  'quote-ambiguous':
    'The quote stands at {count} places of report {reportId} ({places}); choose one with --nth, --prefix or --suffix.',
  'quote-ambiguous.below':
    'The quote stands at {count} places of report {reportId}, listed below; choose one with --nth, --prefix or --suffix.',
  'quote-nth-out-of-range':
    'The quote stands {count} times in report {reportId}, there is no place {nth}; choose 1 to {count}.',
  'quote-nth-out-of-range.once':
    'The quote stands once in report {reportId}, there is no place {nth}; leave --nth out.',
  'annotation-unknown': 'There is no note {id}; it may have been deleted, look at the list of notes.',
  'annotation-conflict': 'Note {id} was changed elsewhere in the meantime; look at it and change it again.',
  'note-limit': 'The name of a code is at most {most} characters long; choose one from the list of codes.',
  'note-limit.tag':
    'A tag is at most {most} characters long; write a shorter one, the rest belongs in the note.',
  'note-limit.tags': 'A note has at most {most} tags; take some away.',
  'note-limit.words': 'A note is at most {most} characters long; write the rest in a second note.',
  'range-invalid': 'The passage does not lie in the text of report {reportId}; mark it again.',
  'code-unknown': 'There is no code {id}; it may have been deleted, look at the list of codes.',
  'code-changed': 'The code “{name}” was changed elsewhere in the meantime; look at it and change it again.',
  'code-name-taken': 'There is a code called “{name}” already; choose another name.',
  'code-parent-invalid': 'Codes have two levels; put it under a code that stands at the top.',
  'code-built-in':
    'The five codes of the program cannot be deleted or put into a project; rename or recolour them.',
  'project-unknown': 'There is no project {id}; it may have been deleted, look at the list of projects.',
  'project-changed':
    'The project “{name}” was changed elsewhere in the meantime; look at it and change it again.',
  'project-name-taken': 'There is a project called “{name}” already; choose another name.',
  'project-fixed':
    '“{name}” has every report: it cannot be deleted, nor reports added or taken out; it can be renamed.',
  'saved-search-unknown': 'There is no saved search {id}; it may have been deleted, look at the list.',
  'saved-search-changed':
    'The saved search “{name}” was changed elsewhere in the meantime; look at it and change it again.',
  'saved-search-name-taken': 'There is a saved search called “{name}” already; choose another name.',
  'undo-nothing': 'There is nothing to undo.',
  'redo-nothing': 'There is nothing to redo.',
  'undo-superseded':
    'What should be undone was changed elsewhere since; it stays as it is, change it by hand.',
  'query-bad':
    'The query 【{query}】 cannot be understood; write words, or a phrase between quotation marks.',
  'query-bad.nothing': 'The query 【{query}】 holds nothing to look for; write a word.',
  'query-bad.quote-open':
    'The quotation mark at character {at} of 【{query}】 is not closed; close it or take it out.',
  'query-bad.or-side': 'OR at character {at} of 【{query}】 needs a word on each side.',
  'query-bad.too-many': 'From character {at} on, 【{query}】 asks for more than 200 things; ask for fewer.',
  'query-bad.too-deep': 'The brackets at character {at} of 【{query}】 are nested too deeply; take some out.',
  'query-bad.bracket-open':
    'The bracket at character {at} of 【{query}】 is not closed; close it, or put the passage between quotation marks.',
  'query-bad.bracket-close':
    'The bracket at character {at} of 【{query}】 closes none; take it out, or put the passage between quotation marks.',
  'query-bad.bracket-empty':
    'The brackets at character {at} of 【{query}】 hold nothing to look for; write a word in them.',
  'query-bad.value-missing':
    '“{what}” at character {at} of 【{query}】 needs a value right behind its colon.',
  'query-bad.date-wrong':
    '“{what}” at character {at} of 【{query}】 is no date or range of dates; write 2023, 2023-07 or 2020..2023.',
  'query-bad.script-wrong':
    '“{what}” at character {at} of 【{query}】 is no script; write Hans, Hant, Hant-TW, Hant-HK, mixed or none.',
  'query-bad.color-wrong':
    '“{what}” at character {at} of 【{query}】 is no colour; write yellow, red, green, blue, purple or the name of a code.',
  'query-bad.has-wrong': 'After has: at character {at} of 【{query}】 write note or tag, not “{what}”.',
  'query-bad.in-wrong': 'After in: at character {at} of 【{query}】 write notes, not “{what}”.',
  'query-bad.in-place':
    'in:notes at character {at} of 【{query}】 holds for the whole query; write it without - and outside OR.',
  'query-bad.pattern-empty':
    '“{what}” at character {at} of 【{query}】 holds only wildcards; write a character with them.',
  'query-bad.near-side':
    'NEAR at character {at} of 【{query}】 needs one word, phrase or pattern on each side.',
  'query-bad.near-distance':
    'The distance at character {at} of 【{query}】 is no number from 0 to 200; write NEAR/10.',
  'query-bad.regex-open':
    'The expression at character {at} of 【{query}】 does not end; put / at its end, and a blank behind it.',
  'query-bad.regex-wrong':
    'The expression cannot be read at character {at} of 【{query}】; put \\ before signs that stand for themselves.',
  'query-bad.regex-unsupported':
    '“{what}” at character {at} of 【{query}】 is not among what expressions can hold here; anchors, references and looking around are left out.',
  'query-bad.regex-empty':
    'The expression at character {at} of 【{query}】 matches no character; write one in it.',
  'query-bad.regex-large':
    'The pattern at character {at} of 【{query}】 is too large; repeat less often or write less.',
  'query-bad.slow':
    'The pattern at character {at} of 【{query}】 takes too long over all texts; make it more definite, or search one report.',
  'export-folder-missing': 'There is no folder {path}; make it or choose another one.',
  'export-folder-unwritable':
    'Nothing can be written in {path}; choose another folder or change its permissions.',
  'export-disk-full': 'The disk of {path} is full; make room and export again, what was there is unchanged.',
  'export-nothing': 'There are no notes to export; mark something first.',
  'notes-file-invalid':
    '{path} holds no notes that Zhupi can read; it reads W3C Web Annotation JSON, also that of Hypothesis and Thorium.',
  'notes-report-unknown':
    '{path} does not say which report its notes are of; open that report and import the file again.',
  'template-invalid':
    'The template has a fault in line {line}, column {column}, at 【{detail}】; mend it, nothing was written.',
  'template-invalid.file':
    'The template’s part for the file has a fault in line {line}, column {column}, at 【{detail}】; mend it, nothing was written.',
  'template-invalid.note':
    'The template’s part for each note has a fault in line {line}, column {column}, at 【{detail}】; mend it, nothing was written.',
  'template-invalid.notes-missing':
    'The template’s part for the file has no place for the notes; write {{ notes }} where they go.',
  'template-unknown': 'There is no template “{template}”; choose another.',
  'vault-folder-missing':
    'The vault folder {path} is not there; connect its disk or choose another folder. Your notes are safe and will be written then.',
  'vault-not-chosen': 'No vault folder has been chosen yet; choose one first.',
  'backup-invalid': '{path} is no Zhupi backup, or not whole; nothing was changed, take another backup.',
  'backup-invalid.expands':
    '{path} unpacks to far more than a backup holds and was refused; nothing was changed, take another backup.',
  'backup-newer': '{path} was made by a newer Zhupi; nothing was changed, update this one first.',
  'backup-target-taken':
    '{path} is there already and is no Zhupi backup; it was left as it is, choose another name.',
  'store-locked.holder': 'The data in {path} is in use by process {holder}; close that Zhupi and try again.',
  'store-damaged.backup':
    'The data in {path} is damaged; the newest good backup is {backup}, “zhupi restore” takes it.',
  'store-locked': 'The data folder {path} is in use by another program; close it and try again.',
  'store-newer': 'The data in {path} was written by a newer Zhupi; update this one.',
  'store-damaged': 'The data in {path} is damaged; restore it from a backup.',
  'store-unwritable':
    'The data folder {path} cannot be written; check its permissions or choose another one.',
  'disk-full': 'The disk of {path} is full; make room and try again, nothing was changed.',
  'output-failed':
    'The output could not be written to its end; what you see of it is not whole, make room for it and run the command again.',
  cancelled: 'The work was cancelled; what was done before is kept.',
  usage: 'The command was not understood; see zhupi --help.',
  'usage.command-missing': 'Name a command; zhupi --help lists them.',
  'usage.command-unknown': 'There is no command “{word}”; zhupi --help lists them.',
  'usage.option-unknown': '“{word}” is no option of {command}; see zhupi {command} --help.',
  'usage.option-value-missing': 'The option {word} needs a value; see zhupi {command} --help.',
  'usage.option-value-wrong': '“{value}” is no value of {word}; it takes {allowed}.',
  'usage.color-unknown':
    '“{value}” is no colour and no code; there are {allowed}, and zhupi codes lists them with their names.',
  'usage.argument-missing': '{command} needs {word}; see zhupi {command} --help.',
  'usage.argument-empty':
    '{word} of {command} is empty; write it, or leave it out where it may be, see zhupi {command} --help.',
  'usage.argument-surplus': '“{word}” is too much for {command}; see zhupi {command} --help.',
  'usage.options-together':
    '{word} and {other} do not go together; choose one of them, see zhupi {command} --help.',
  'usage.file-is-folder':
    '{word} of {command} names a file, and {path} is a folder; add a name for the file.',
  'usage.file-is-special':
    '{word} of {command} names a file, and {path} is a device or a pipe; choose another place.',
  'request-invalid': 'The request “{call}” was not valid and was refused; nothing was changed.',
  internal: 'Something went wrong inside Zhupi ({message}); try again, and report it if it happens again.',
};
