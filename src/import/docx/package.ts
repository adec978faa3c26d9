import { decodeXml } from './decode-xml.ts';
import { foreignZip } from './foreign-zip.ts';
import { damaged } from './refusal.ts';
import { attribute, elements, parseXml, type XmlElement } from './xml.ts';
import { openZip, type Zip } from './zip.ts';

/** Where a part leads: to another part of the package, or out of it. */
export interface Relationship {
  /** The last word of its type: image, hyperlink, header. */
  type: string;
  /** Name of a part, or an address when external. */
  target: string;
  external: boolean;
}

/** A part with what it leads to. */
export interface Part {
  name: string;
  relationships: ReadonlyMap<string, Relationship>;
}

/** The parts of a Word file. */
export interface WordPackage {
  main: Part;
  /** The text of a part's XML, or undefined when there is no such part. */
  text(name: string): string | undefined;
  /** The root element of a part. */
  root(name: string): XmlElement | undefined;
  bytes(name: string): Uint8Array | undefined;
  part(name: string): Part;
  /** Names of the parts of a type that the main part leads to. */
  related(type: string): string[];
}

/**
 * Opens a Word file and finds its main part, whatever that is called.
 * @throws Refusal for a zip that is none, naming what it is.
 */
export function openPackage(bytes: Uint8Array): WordPackage {
  const zip = openZip(bytes);
  const texts = new Map<string, string | undefined>();
  const text = (name: string): string | undefined => {
    if (!texts.has(name)) texts.set(name, readText(zip, name));
    return texts.get(name);
  };
  const root = (name: string): XmlElement | undefined => {
    const xml = text(name);
    return xml === undefined ? undefined : parseXml(xml, name);
  };
  const part = (name: string): Part => ({ name, relationships: relationshipsOf(name, root) });
  const main = part(mainPart(zip, part('')));
  return {
    ...{ main, text, root, part },
    bytes: (name) => zip.read(name),
    related: (type) => [
      ...new Set(
        [...main.relationships.values()]
          .filter((each) => each.type === type && !each.external)
          .map(({ target }) => target),
      ),
    ],
  };
}

function readText(zip: Zip, name: string): string | undefined {
  const bytes = zip.read(name);
  return bytes && decodeXml(bytes, name);
}

function mainPart(zip: Zip, packageItself: Part): string {
  const named = [...packageItself.relationships.values()].find(
    ({ type }) => type === 'officeDocument',
  )?.target;
  const name = named !== undefined && zip.has(named) ? named : 'word/document.xml';
  const foreign = foreignZip(zip, name);
  if (foreign) throw foreign;
  if (!zip.has(name)) throw damaged('没有正文部件');
  return name;
}

function relationshipsOf(
  name: string,
  root: (name: string) => XmlElement | undefined,
): ReadonlyMap<string, Relationship> {
  const slash = name.lastIndexOf('/') + 1;
  const folder = name.slice(0, slash);
  const tree = root(`${folder}_rels/${name.slice(slash)}.rels`);
  const found = (tree ? elements(tree) : []).map((each): [string, Relationship] => {
    const external = attribute(each, 'TargetMode')?.toLowerCase() === 'external';
    const target = attribute(each, 'Target') ?? '';
    return [
      attribute(each, 'Id') ?? '',
      {
        type: (attribute(each, 'Type') ?? '').replace(/^.*\//, ''),
        target: external ? target : resolve(folder, target),
        external,
      },
    ];
  });
  return new Map(found);
}

/** The name of a part as seen from a folder; ways out of the package end at its top. */
function resolve(folder: string, target: string): string {
  const steps = (target.startsWith('/') ? target : folder + target).replaceAll('\\', '/').split('/');
  const path: string[] = [];
  for (const step of steps) {
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  }
  return path.join('/');
}
