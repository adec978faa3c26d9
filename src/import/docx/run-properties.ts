import { ownValue } from '../own-value.ts';
import { attribute, child, isOn, type XmlElement } from './xml.ts';

/** What a style or a run says of characters; what it says nothing of is undefined. */
export interface RunProperties {
  bold?: boolean;
  italic?: boolean;
  strike?: boolean;
  hidden?: boolean;
  /** In points. */
  size?: number;
  /** The font of Latin characters, which is also that of signs. */
  font?: string;
  position?: 'super' | 'sub' | 'base';
  /** Set higher or lower by hand: for a few programs the only way to raise a digit. */
  shifted?: 'super' | 'sub';
  underlined?: boolean;
  /** 着重号. */
  dotted?: boolean;
  /** 双行合一, with the brackets around it. */
  combined?: string;
}

/** Properties that a style turns over rather than sets where another style has set them (ISO/IEC 29500-1, 17.7.3). */
export const TOGGLES = ['bold', 'italic', 'strike', 'hidden'] as const;

/** Reads w:rPr. Marks of changed formatting within it are what was, not what is. */
export function runProperties(element: XmlElement | undefined): RunProperties {
  if (!element) return {};
  const named = (name: string): XmlElement | undefined => child(element, `w:${name}`);
  const size = points(attribute(named('sz'), 'w:val'));
  const fonts = named('rFonts');
  const font = attribute(fonts, 'w:ascii') ?? attribute(fonts, 'w:hAnsi');
  return defined({
    bold: isOn(named('b')),
    italic: isOn(named('i')),
    strike: isOn(named('strike')) ?? isOn(named('dstrike')),
    hidden: isOn(named('vanish')),
    ...{ size, font, position: positionOf(named('vertAlign')) },
    shifted: shiftOf(attribute(named('position'), 'w:val')),
    underlined: isOn(named('u')),
    dotted: isOn(named('em')),
    combined: combinedOf(named('eastAsianLayout')),
  });
}

/** The later of two sets goes before the earlier. */
export function overlay(below: RunProperties, above: RunProperties): RunProperties {
  return { ...below, ...above };
}

/** A size in half points, or one with its unit. */
function points(value: string | undefined): number | undefined {
  const number = Number.parseFloat(value ?? '');
  if (!Number.isFinite(number)) return undefined;
  return value?.endsWith('pt') ? number : number / 2;
}

function positionOf(element: XmlElement | undefined): RunProperties['position'] {
  const value = attribute(element, 'w:val');
  if (value === undefined) return undefined;
  return value === 'superscript' ? 'super' : value === 'subscript' ? 'sub' : 'base';
}

/** A third of a line or so, in half points; less is done to set type straight. */
const LEAST_SHIFT = 5;

function shiftOf(value: string | undefined): RunProperties['shifted'] {
  const shift = Number.parseFloat(value ?? '');
  if (!(Math.abs(shift) >= LEAST_SHIFT)) return undefined;
  return shift > 0 ? 'super' : 'sub';
}

const BRACKETS: Record<string, string> = { round: '（）', square: '［］', angle: '〈〉', curly: '｛｝' };

function combinedOf(element: XmlElement | undefined): string | undefined {
  const combine = attribute(element, 'w:combine');
  if (combine === undefined || /^(?:0|false|off)$/.test(combine)) return undefined;
  return ownValue(BRACKETS, attribute(element, 'w:combineBrackets') ?? '') ?? '';
}

function defined(
  properties: { [Key in keyof RunProperties]: RunProperties[Key] | undefined },
): RunProperties {
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined));
}
