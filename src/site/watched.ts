/**
 * Notes what a page reads of the site, so that a build knows which pages a change concerns. A page that asks a map for an
 * entry depends on that entry alone; one that goes through a list depends on the whole list.
 */

/** Told of a read: the path to what is read, and the key where it is an entry of a map or the answer to a name. */
export type Note = (path: string, key?: string) => void;

/**
 * The same value, each read of which is noted under `path`: maps and plain objects are watched themselves, and a function
 * that is asked by a name. Any other function may look at nothing but what it is given and what every page depends on. A
 * plain object is always there: that one is lacking could not be noted.
 */
export function watch<Value>(value: Value, path: string, note: Note): Value {
  if (value instanceof Map) return watchMap(value, path, note);
  if (isPlain(value)) return watchObject(value, path, note);
  if (typeof value === 'function') return watchFunction(value, path, note) as Value;
  note(path);
  return value;
}

/** What a read of `path` and `key` gives. */
export function valueAt(root: unknown, path: readonly string[], key?: string): unknown {
  const found = path.reduce<unknown>(
    (value, name) => (value as Record<string, unknown> | undefined)?.[name],
    root,
  );
  if (key === undefined || found === undefined) return found;
  return typeof found === 'function' ? found(key) : (found as Map<string, unknown>).get(key);
}

const isPlain = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

function watchObject<Value extends object>(object: Value, path: string, note: Note): Value {
  return new Proxy(object, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name);
      return typeof name === 'symbol' ? value : watch(value, `${path}.${name}`, note);
    },
    // Whoever asks what is there at all, as a copy does, depends on the whole.
    has: (target, name) => {
      note(path);
      return Reflect.has(target, name);
    },
    ownKeys: (target) => {
      note(path);
      return Reflect.ownKeys(target);
    },
    getOwnPropertyDescriptor: (target, name) => {
      note(path);
      return Reflect.getOwnPropertyDescriptor(target, name);
    },
  });
}

function watchMap<Value extends Map<unknown, unknown>>(map: Value, path: string, note: Note): Value {
  return new Proxy(map, {
    get: (target, name) => {
      if (name === 'get' || name === 'has') {
        return (key: unknown): unknown => {
          if (typeof key === 'string') note(path, key);
          else note(path);
          return target[name](key);
        };
      }
      note(path);
      const member: unknown = Reflect.get(target, name);
      return typeof member === 'function' ? member.bind(target) : member;
    },
  });
}

// biome-ignore lint/complexity/noBannedTypes: whatever a site's object holds
function watchFunction(asked: Function, path: string, note: Note): (...given: unknown[]) => unknown {
  return (...given) => {
    const [name] = given;
    if (typeof name === 'string') note(path, name);
    return asked(...given);
  };
}
