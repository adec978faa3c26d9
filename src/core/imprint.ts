/** The lines at the foot of a government site that only its office can fill in, and what is wrong with them. */

/** As in src/site.config.ts; what is left out or empty doesn't appear. */
export interface ImprintSettings {
  registration: {
    siteIdCode: string;
    icp: string;
    police: string;
    partyMark?: string;
    findErrors?: string;
  };
  imprint?: { sponsor?: string; operator?: string; contact?: string };
}

/** A line of the foot; with an address it is a link, which leads there when it is followed and loads nothing. */
export interface ImprintLine {
  text: string;
  href?: string;
}

// Short names of provinces as they begin the numbers; 川 蜀, 贵 黔, 云 滇, 甘 陇 are all in use.
const PROVINCE = '[京津沪渝冀晋蒙辽吉黑苏浙皖闽赣鲁豫鄂湘粤桂琼川蜀贵黔云滇藏陕甘陇青宁新]';
const ICP = new RegExp(`^${PROVINCE}ICP备\\d{6,10}号(?:-\\d{1,3})?$`);
const POLICE = new RegExp(`^${PROVINCE}公网安备\\s?(\\d{14})号$`);
/** Ten digits; sites of ministries have bm and eight. */
const SITE_ID = /^(?:\d{10}|bm\d{8})$/;

/** What is set, in the order of 47号: who, contact, code, filings, mark, complaints. */
export function imprintLines({ registration, imprint = {} }: ImprintSettings): ImprintLine[] {
  const { siteIdCode, icp, police, partyMark, findErrors } = registration;
  const record = POLICE.exec(police)?.[1];
  return [
    ...line(imprint.sponsor, (name) => ({ text: `主办单位：${name}` })),
    ...line(imprint.operator, (name) => ({ text: `承办单位：${name}` })),
    ...line(imprint.contact, (contact) => ({ text: `联系方式：${contact}` })),
    ...line(siteIdCode, (code) => ({ text: `网站标识码 ${code}` })),
    // The filing rules want the number linked to the ministry's register.
    ...line(icp, (text) => ({ text, href: 'https://beian.miit.gov.cn/' })),
    ...line(police, (text) => ({
      text,
      ...(record ? { href: `https://beian.mps.gov.cn/#/query/webSearch?code=${record}` } : {}),
    })),
    // The official marks are pictures and scripts of other hosts: a link in words loads nothing from them.
    ...line(partyMark, (href) => ({ text: '党政机关网站标识', href })),
    ...line(findErrors, (href) => ({ text: '政府网站找错', href })),
  ];
}

function line(value: string | undefined, make: (value: string) => ImprintLine): ImprintLine[] {
  return value ? [make(value)] : [];
}

/** What is wrong with the settings, each as 发现…，应为…。改法：…; none for what is left empty. */
export function imprintProblems({ registration, imprint = {} }: ImprintSettings): string[] {
  const { siteIdCode, icp, police, partyMark, findErrors } = registration;
  return [
    ...mismatch('siteIdCode', '网站标识码', siteIdCode, SITE_ID, '十位数字'),
    ...mismatch('icp', 'ICP 备案号', icp, ICP, '备案系统里的写法，如“鲁ICP备”加数字加“号”，后面可以有“-1”'),
    ...mismatch('police', '公安备案号', police, POLICE, '备案系统里的写法，如“鲁公网安备”加 14 位数字加“号”'),
    ...notAddress('registration.partyMark', '党政机关网站标识的网址', partyMark),
    ...notAddress('registration.findErrors', '政府网站找错的网址', findErrors),
    ...Object.entries(imprint).flatMap(([key, value]) =>
      value && /[\r\n]/.test(value)
        ? [problem(`imprint.${key}`, '页脚的一行', value, '不换行的一行文字', '写成一行')]
        : [],
    ),
  ];
}

function mismatch(key: string, name: string, value: string, form: RegExp, expected: string): string[] {
  if (value === '' || form.test(value)) return [];
  return [
    problem(`registration.${key}`, name, value, expected, '照批下来的号码写；还没有批下来的留空，不要编造'),
  ];
}

function notAddress(key: string, name: string, value: string | undefined): string[] {
  if (!value || (URL.canParse(value) && /^https?:$/.test(new URL(value).protocol))) return [];
  return [
    problem(key, name, value, '以 http:// 或 https:// 开头的完整网址', '照主管部门给的网址写；没有的留空'),
  ];
}

function problem(key: string, name: string, value: string, expected: string, mend: string): string {
  return `发现 src/site.config.ts 里 ${key}（${name}）是“${value}”，应为${expected}。改法：${mend}。`;
}
