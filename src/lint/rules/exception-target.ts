import { mayBeExcepted } from '../../schema/severity.ts';
import type { Judgement } from '../body.ts';
import { nearest } from '../former-bearer.ts';
import { namesOf } from '../named-files.ts';
import { defineRule } from '../rule.ts';

/** An entry of exceptions.yml that names a rule or a document which isn't there, or a rule that knows no exceptions. */
export default defineRule({
  id: 'exception-target',
  severity: 'error',
  needs: ['exceptions', 'documents', 'unreadable', 'strays', 'contentFiles', 'ruleIds'],
  *check(context) {
    const { exceptions, ruleIds } = context;
    const names = namesOf(context);
    const place = (index: number, field: 'rule' | 'document') => ({
      file: exceptions.file,
      line: exceptions.lineOf([index, field]),
    });
    for (const [index, { rule, document }] of exceptions.entries.entries()) {
      const judgement = judgeRule(rule, ruleIds);
      if (judgement) yield { ...place(index, 'rule'), ...judgement };
      if (!names.has(document)) yield { ...place(index, 'document'), ...judgeDocument(document, [...names]) };
    }
  },
});

function judgeRule(rule: string, ruleIds: readonly string[]): Judgement | undefined {
  if (!ruleIds.includes(rule)) {
    const near = nearest(rule, ruleIds, (id) => id);
    return {
      found: `没有规则 ${rule}`,
      expected: '报告里“规则”后面的编号',
      fix: near ? `改为 ${near}，或照报告改正` : '照报告改正，或删去这一条',
    };
  }
  if (mayBeExcepted(rule)) return undefined;
  return {
    found: `规则 ${rule} 不能有例外`,
    expected: '可以有例外的规则',
    fix: '删去这一条，照报告改正文件：这条规则保证文件读得出、不伤害网站和个人',
  };
}

function judgeDocument(document: string, names: readonly string[]): Judgement {
  const near = nearest(document, names, (name) => name);
  return {
    found: `内容文件夹里没有 ${document}`,
    expected: '报告里写的文件，或文件编号',
    fix: near ? `改为 ${near}` : '文件改了名的，照新名字改正；删去了的，删去这一条',
  };
}
