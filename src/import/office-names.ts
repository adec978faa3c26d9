/** How the name of an office, a school or a group ends. */
const ENDINGS = [
  ...[
    '部',
    '厅',
    '局',
    '委',
    '办',
    '室',
    '院',
    '校',
    '园',
    '馆',
    '署',
    '站',
    '所',
    '处',
    '科',
    '股',
    '会',
    '队',
    '社',
  ],
  ...[
    '组',
    '行',
    '中心',
    '政府',
    '党委',
    '党组',
    '工会',
    '妇联',
    '团委',
    '小学',
    '中学',
    '大学',
    '学校',
    '学院',
  ],
  ...['法院', '检察院', '公司', '集团', '联合会', '协会', '学会', '委员会', '国务院', '基地', '联盟', '校区'],
];
const NAME = new RegExp(`^[\\p{Script=Han}（）()·]{1,38}(?:${ENDINGS.join('|')})$`, 'u');
/** No name, whatever it ends in: words of a sentence, a heading, an enclosure. */
const NO_NAME =
  /^(?:特此|此致|附件|附[:：]|抄送|联系|以上|关于|根据|为了|各|主送|印发|目\s*录|第.{1,4}[章节条])|(?:如下|下列|通知|计划|总结|方案|办法)$/u;
/** What stands behind a name that is stamped. */
const SEAL = /\s*[（(]\s*(?:盖章|公章|印章|章|印|代章|签章|加盖公章)\s*[）)]\s*/g;
/** Offices that a person signs for: the line names a person. */
const PERSON =
  /^(?:总理|主席|委员长|省长|市长|县长|区长|镇长|乡长|部长|主任|局长|厅长|行长|署长|校长|院长|审计长|会长|检察长|代\S{0,2}长|代理\S{1,3}长)\s*[:：]?\s*\S/u;

/** The names of offices that a line consists of, or none when it holds anything else. Letter-spaced names are closed up. */
export function officeNames(text: string): string[] {
  const line = text.replace(SEAL, ' ').trim();
  if (line === '' || line.length > 200 || PERSON.test(line)) return [];
  const parts = line.split(/\s+|[、，,]/).filter((part) => part !== '');
  const spaced = parts.every((part) => part.length <= 1) || !parts.every(isOfficeName);
  const names = spaced ? [parts.join('')] : parts;
  return names.every(isOfficeName) ? names : [];
}

/** True for a name such as 云岭区教育局, alone. */
export function isOfficeName(name: string): boolean {
  return NAME.test(name) && !NO_NAME.test(name);
}

/** True for a line in which a person signs: 区长　某某. */
export function isSignedByPerson(text: string): boolean {
  return text.length <= 20 && PERSON.test(text.trim()) && !/[。；，]/.test(text);
}

/** A line as a signature: without seals, letter spaces closed up; undefined when it can't be a name. */
export function plainName(text: string): string | undefined {
  const name = text.replace(SEAL, '').replace(/\s/g, '');
  return /^[\p{Script=Han}（）()·]{3,40}$/u.test(name) && !NO_NAME.test(name) ? name : undefined;
}
