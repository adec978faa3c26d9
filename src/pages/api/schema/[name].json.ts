import type { APIContext } from 'astro';
import { API_FILES, type ApiFile, apiSchema } from '../../../schema/api.ts';
import { link } from '../../../site/urls.ts';

export function getStaticPaths() {
  return API_FILES.map((file) => ({ params: { name: file.name }, props: { file } }));
}

/** The JSON Schema of a data file. */
export function GET({ props, site }: APIContext<{ file: ApiFile }>): Response {
  return Response.json(apiSchema(props.file, new URL(link(), site).href));
}
