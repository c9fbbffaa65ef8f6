#!/bin/sh
# Installs the dependencies of package-lock.json when they are missing or older than it. Quiet when there is nothing to do.
set -eu
cd "$(dirname "$0")/.."

stamp=node_modules/.installed
log=.cache/install.log
lock=.cache/install.lock
wanted=$(cksum < package-lock.json)

is_installed() {
  [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$wanted" ] && [ -x node_modules/.bin/node ]
}

refuse() {
  printf '%s\n%s\n' "$1" "$2" >&2
  printf '（详细记录 / details: %s）\n' "$log" >&2
  exit 1
}

explain() {
  if grep -q 'ENOSPC' "$log"; then
    refuse '磁盘空间不足，依赖没有装完：请至少留出 3 GB，再运行一次' \
      'The disk is full and the dependencies are not installed: free at least 3 GB and run this again'
  fi
  if grep -Eq 'ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT' "$log"; then
    refuse '连不上 npm 软件源，依赖没有装完：请检查网络，或用 npm config set registry 指定可用的镜像，再运行一次' \
      'The npm registry cannot be reached and the dependencies are not installed: check the network, or name a mirror with npm config set registry, and run this again'
  fi
  if grep -Eq 'EACCES|EPERM|EROFS' "$log"; then
    refuse "没有权限写入 $(pwd)，依赖没有装完：请修改目录权限，再运行一次" \
      "$(pwd) cannot be written to and the dependencies are not installed: change its permissions and run this again"
  fi
  tail -n 15 "$log" >&2
  refuse '依赖没有装完，原因见上' 'The dependencies are not installed; the reason is above'
}

# The package `node` fetches the Node this project runs on; no other package's install script is run.
install_all() {
  if [ -f "$stamp" ]; then
    rm -f "$stamp"
    npm install --no-save --ignore-scripts && npm rebuild node
  else
    npm ci --ignore-scripts && npm rebuild node
  fi
}

is_installed && exit 0
mkdir -p .cache

# Two starts side by side: one installs, the other waits for it.
until mkdir "$lock" 2>/dev/null; do
  holder=$(cat "$lock/pid" 2>/dev/null || true)
  if [ -n "$holder" ] && ! kill -0 "$holder" 2>/dev/null; then
    rm -rf "$lock"
    continue
  fi
  sleep 1
done
echo $$ > "$lock/pid"
trap 'rm -rf "$lock"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
is_installed && exit 0

echo '正在安装依赖，第一次约需两分钟 / Installing the dependencies, about two minutes the first time'
install_all > "$log" 2>&1 &
job=$!
seconds=0
while kill -0 "$job" 2>/dev/null; do
  sleep 1
  seconds=$((seconds + 1))
  [ $((seconds % 20)) -ne 0 ] || echo "  … ${seconds} s"
done
wait "$job" || explain

case $(node_modules/.bin/node --version 2>/dev/null) in
  v24.*) ;;
  *) refuse '依赖已安装，但其中的 Node 24 不能运行：请确认系统是 x64 或 arm64 的 Linux 或 macOS' \
       'The dependencies are installed, but their Node 24 does not run: is this Linux or macOS on x64 or arm64?' ;;
esac
echo "$wanted" > "$stamp"
echo "依赖已装好（${seconds} 秒）/ Dependencies installed (${seconds} s)"
