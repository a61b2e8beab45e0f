# The program of an installation of more than one machine: api, worker or scheduler, by the command it is given.
# TypeScript runs as it is: the first stage only fetches the packages, the second builds the pages of the desk.
FROM node:24-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# Another registry, where the public one cannot be reached: --build-arg NPM_CONFIG_REGISTRY=https://…
ARG NPM_CONFIG_REGISTRY
# The package `node` would bring a second Node: the image has the same version.
RUN npm install --omit=dev --ignore-scripts --no-audit --no-fund && rm -rf node_modules/node node_modules/.bin/node

# The desk is built where Vite is; the image itself has no build tools.
FROM node:24-slim AS desk
WORKDIR /app
COPY package.json package-lock.json .npmrc tsconfig.json ./
ARG NPM_CONFIG_REGISTRY
RUN npm install --ignore-scripts --no-audit --no-fund && rm -rf node_modules/node node_modules/.bin/node
COPY shared ./shared
COPY services/web ./services/web
RUN node node_modules/vite/bin/vite.js build services/web

FROM node:24-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=packages /app/node_modules ./node_modules
COPY package.json LICENSE* ./
COPY shared ./shared
COPY pipelines ./pipelines
COPY infra ./infra
COPY services ./services
COPY --from=desk /app/services/web/dist ./services/web/dist
COPY models ./models
# What processes share: models that the installation learned.
RUN mkdir /data && chown node:node /data
VOLUME /data
USER node
EXPOSE 8140
# Ends on SIGTERM: running jobs are finished or given back.
STOPSIGNAL SIGTERM
CMD ["node", "services/api/main.ts"]
