import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { LONG } from './addresses.js';

/** Where a recipe is going to run. */
export interface Place {
  /** A folder for configuration and logs. */
  readonly folder: string;
  /** The document root. */
  readonly root: string;
  /** The address of the page's folder, with a slash at both ends. */
  readonly base: string;
  readonly port: number;
}

export interface RealServer {
  readonly name: string;
  readonly command: string;
  readonly debianPackage: string;
  readonly version: string[];
  /** What it refuses before any recipe is read: address and status. */
  readonly refuses: readonly [address: string | undefined, status: number][];
  /** Writes the configuration and gives the arguments that start the server in the foreground. */
  configure(place: Place): string[];
}

/** Reads a recipe as a user does who copies it and puts in the names of his site. */
const readRecipe = (name: string, { root, base }: Place): string =>
  readFileSync(fileURLToPath(new URL(`../../docs/hosting/${name}`, import.meta.url)), 'utf8')
    .replaceAll('/var/www/html', root)
    .replaceAll('/room/', base)
    .replaceAll(/\/room\b(?!\/)/g, base.slice(0, -1));

function write(place: Place, name: string, text: string): string {
  const file = path.join(place.folder, name);
  writeFileSync(file, text);
  return file;
}

const APACHE_MODULES = ['mpm_event', 'authz_core', 'dir', 'mime', 'headers'];

/** What Debian's own configuration says before the site's. */
const apacheSetup = ({ folder, port }: Place): string => `
ServerRoot ${folder}
PidFile ${folder}/pid
ErrorLog ${folder}/error.log
ServerName localhost
Listen 127.0.0.1:${port}
${APACHE_MODULES.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`).join('\n')}
TypesConfig /etc/mime.types
User www-data
Group www-data
<Directory />
  Require all denied
</Directory>
`;

const apache = { command: 'apache2', debianPackage: 'apache2', version: ['-v'] };

export const SERVERS: readonly RealServer[] = [
  {
    name: 'nginx',
    command: 'nginx',
    debianPackage: 'nginx-light',
    version: ['-v'],
    refuses: [],
    configure(place) {
      const { folder, port } = place;
      const site = readRecipe('nginx.conf', place)
        .replace('listen 80;', `listen 127.0.0.1:${port};`)
        .replace('server_name example.com;', '');
      const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
        .map((name) => `${name}_temp_path ${folder}/${name};`)
        .join('\n');
      const file = write(
        place,
        'nginx.conf',
        `daemon off; pid ${folder}/pid; events {}
http { include /etc/nginx/mime.types; access_log off; ${temporary} ${site} }`,
      );
      return ['-c', file, '-e', path.join(folder, 'error.log')];
    },
  },
  {
    ...apache,
    name: 'Apache',
    refuses: [],
    configure(place) {
      const site = readRecipe('apache.conf', place)
        .replace('*:80', `*:${place.port}`)
        .replace('ServerName example.com', '');
      const file = write(place, 'apache.conf', apacheSetup(place) + site);
      return ['-f', file, '-DFOREGROUND'];
    },
  },
  {
    ...apache,
    name: 'Apache (.htaccess)',
    // A file in a folder is read once the address has led there.
    refuses: [
      ['^a%2Fb', 404],
      ['^%E0%A4%A', 400],
      ['^%', 400],
      ['^%00', 404],
      [LONG[0], 403],
      [LONG[1], 414],
      [LONG[2], 414],
    ],
    configure(place) {
      const { root, base } = place;
      writeFileSync(path.join(root, base, '.htaccess'), readRecipe('apache.htaccess', place));
      const site = `DocumentRoot ${root}
<Directory ${root}>
  Require all granted
  AllowOverride All
</Directory>
<Files ".ht*">
  Require all denied
</Files>`;
      const file = write(place, 'apache.conf', apacheSetup(place) + site);
      return ['-f', file, '-DFOREGROUND'];
    },
  },
  {
    name: 'Caddy',
    command: 'caddy',
    debianPackage: 'caddy',
    version: ['version'],
    // Go's HTTP server answers before Caddy does.
    refuses: [
      ['^%E0%A4%A', 400],
      ['^%', 400],
    ],
    configure(place) {
      const site = readRecipe('Caddyfile', place).replace(
        'example.com {',
        `http://:${place.port} {`,
      );
      const file = write(place, 'Caddyfile', `{\n\tadmin off\n\tauto_https off\n}\n${site}`);
      return ['run', '--config', file, '--adapter', 'caddyfile'];
    },
  },
];
