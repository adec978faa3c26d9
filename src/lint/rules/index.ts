import type { Rule } from '../rule.ts';
import activeFile from './active-file.ts';
import addressLost from './address-lost.ts';
import aliasTaken from './alias-taken.ts';
import attachmentMissing from './attachment-missing.ts';
import bodyConflict from './body-conflict.ts';
import brokenNumber from './broken-number.ts';
import citationConflict from './citation-conflict.ts';
import citesDead from './cites-dead.ts';
import citesFuture from './cites-future.ts';
import clauseSequence from './clause-sequence.ts';
import completenessBody from './completeness-body.ts';
import contentIsData from './content-is-data.ts';
import controlCharacters from './control-characters.ts';
import dateDoubt from './date-doubt.ts';
import dateOrder from './date-order.ts';
import duplicateAddress from './duplicate-address.ts';
import duplicateEntry from './duplicate-entry.ts';
import duplicateNumber from './duplicate-number.ts';
import exceptionTarget from './exception-target.ts';
import exceptionUnused from './exception-unused.ts';
import fileEncoding from './file-encoding.ts';
import fileName from './file-name.ts';
import fileType from './file-type.ts';
import frontmatterSchema from './frontmatter-schema.ts';
import frontmatterYaml from './frontmatter-yaml.ts';
import imageAlt from './image-alt.ts';
import impossibleDate from './impossible-date.ts';
import inboxWaiting from './inbox-waiting.ts';
import invisibleCharacters from './invisible-characters.ts';
import linkMissing from './link-missing.ts';
import linkTarget from './link-target.ts';
import linksToDraft from './links-to-draft.ts';
import looseSpace from './loose-space.ts';
import lostText from './lost-text.ts';
import mdxSyntax from './mdx-syntax.ts';
import mixedWidths from './mixed-widths.ts';
import notUnifiedHan from './not-unified-han.ts';
import noteField from './note-field.ts';
import ocrLookAlikes from './ocr-look-alikes.ts';
import personalData from './personal-data.ts';
import placeholderText from './placeholder-text.ts';
import placeholderTitle from './placeholder-title.ts';
import printedNumber from './printed-number.ts';
import privateAddress from './private-address.ts';
import privateCharacters from './private-characters.ts';
import redirectTarget from './redirect-target.ts';
import registerFormat from './register-format.ts';
import relationAmbiguous from './relation-ambiguous.ts';
import relationAsymmetric from './relation-asymmetric.ts';
import relationCycle from './relation-cycle.ts';
import relationDates from './relation-dates.ts';
import relationDuplicate from './relation-duplicate.ts';
import relationKind from './relation-kind.ts';
import relationMissing from './relation-missing.ts';
import relationToItself from './relation-to-itself.ts';
import repealedTwice from './repealed-twice.ts';
import statusRelation from './status-relation.ts';
import strayFile from './stray-file.ts';
import unbalancedMarks from './unbalanced-marks.ts';
import unknownAgency from './unknown-agency.ts';
import unknownComponent from './unknown-component.ts';
import unknownTopic from './unknown-topic.ts';
import yearConflict from './year-conflict.ts';

/** Every rule of the check, by name. */
export const RULES: readonly Rule[] = [
  activeFile,
  addressLost,
  aliasTaken,
  attachmentMissing,
  bodyConflict,
  brokenNumber,
  citationConflict,
  citesDead,
  citesFuture,
  clauseSequence,
  completenessBody,
  contentIsData,
  controlCharacters,
  dateDoubt,
  dateOrder,
  duplicateAddress,
  duplicateEntry,
  duplicateNumber,
  exceptionTarget,
  exceptionUnused,
  fileEncoding,
  fileName,
  fileType,
  frontmatterSchema,
  frontmatterYaml,
  imageAlt,
  inboxWaiting,
  impossibleDate,
  invisibleCharacters,
  linkMissing,
  linkTarget,
  looseSpace,
  lostText,
  linksToDraft,
  mdxSyntax,
  mixedWidths,
  notUnifiedHan,
  noteField,
  ocrLookAlikes,
  personalData,
  placeholderText,
  placeholderTitle,
  printedNumber,
  privateAddress,
  privateCharacters,
  redirectTarget,
  registerFormat,
  relationAmbiguous,
  relationAsymmetric,
  relationCycle,
  relationDates,
  relationDuplicate,
  relationKind,
  relationMissing,
  relationToItself,
  repealedTwice,
  statusRelation,
  strayFile,
  unbalancedMarks,
  unknownAgency,
  unknownComponent,
  unknownTopic,
  yearConflict,
];
