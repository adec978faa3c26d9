import type { RecipeSettings } from './settings.ts';

/**
 * A container that builds the site and serves it with nginx as configured beside it. Two stages: what is served holds
 * no Node, no sources and no content but the built files.
 */
export function containerRecipe({ base, root }: Pick<RecipeSettings, 'base' | 'root'>): string {
  return `# 教研文库的容器，由 npm run server-config -- container 生成。
#   npm run --silent server-config -- nginx --host _ > nginx.conf
#   docker build -f Containerfile -t wenku .   （podman 也可以）
#   docker run -p 8080:80 wenku
FROM node:24-slim AS build
WORKDIR /site
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY . .
ARG SITE_URL
ENV BASE_PATH=${base} OUT_DIR=/site/dist
RUN npm run build

FROM nginx:stable
COPY nginx.conf /etc/nginx/conf.d/default.conf
COPY --from=build /site/dist ${root}${base}
`;
}
