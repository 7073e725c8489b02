#!/usr/bin/env python3
"""Makes the README's pictures from real runs: prompt.svg, a session of the prompt in tmux, and strip.jpg, frames before and
after an edit.

    docs/pictures/make.py FOOTAGE.mp4

FOOTAGE is a silent film in the public domain, as MoviePy's media folder has it (NOTICE); another clip of 9 seconds or more
works too. Needs tmux.
"""
import html
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
RETAKE = os.path.join(HERE, '..', '..', 'retake')
COLUMNS, ROWS = 100, 60
CELL_WIDTH, CELL_HEIGHT = 8.4, 18
FOLDER = '~/films'
TYPED = [
    "upload 'old-film.mp4'",
    'keep 0:01 to 0:09 and make it warmer',
    'crop left: 12.5.percent, right: 12.5.percent',
    'speed 0.5, from: 4.s, to: 6.s',
    "title 'In the Park', from: 1.s, to: 4.s, position: bottom",
    '/timeline',
    "export mp4, to: 'park.mp4'",
]
UNFINISHED = "aspect '9:16', fit: "
SCRIPT = '''
session {
    upload 'old-film.mp4'
    [1.s, 3.s, 5.s, 7.s].eachWithIndex { at, i -> frame at: at, to: "before-${i + 1}.png" }
    crop left: 12.5.percent, right: 12.5.percent
    denoise light
    color temperature: 45.percent, contrast: 10.percent
    aspect '9:16', fit: blur
    title 'In the Park', to: 4.s, position: bottom
    [1.s, 3.s, 5.s, 7.s].eachWithIndex { at, i -> frame at: at, to: "after-${i + 1}.png" }
}
'''
PALETTE = ['#0d1117', '#f85149', '#3fb950', '#d29922', '#58a6ff', '#bc8cff', '#39c5cf', '#c9d1d9',
           '#6e7681', '#ff7b72', '#56d364', '#e3b341', '#79c0ff', '#d2a8ff', '#56d4dd', '#f0f6fc']


def prompt(folder):
    """Types the lines into a prompt in tmux. Returns the screen with its escape sequences."""
    socket = os.path.join(folder, 'tmux')

    def tmux(*words):
        return subprocess.run(['tmux', '-S', socket, '-f', '/dev/null', *words], check=True, text=True, capture_output=True).stdout

    def wait(done, what):
        end = time.time() + 120
        while not done([line.rstrip() for line in tmux('capture-pane', '-p').splitlines()]):
            if time.time() > end:
                raise SystemExit(f'{what} did not appear within two minutes:\n' + tmux('capture-pane', '-p'))
            time.sleep(0.1)

    environment = f"env -u NO_COLOR HOME='{folder}/home' COLORTERM=truecolor RETAKE_THEME=dark LC_ALL=C.UTF-8"
    tmux('new-session', '-d', '-x', str(COLUMNS), '-y', str(ROWS), f"cd '{folder}/work'; {environment} '{RETAKE}'")
    try:
        wait(lambda lines: lines and lines[0] == 'retake>', 'The prompt')
        for number, line in enumerate(TYPED):
            tmux('send-keys', '-l', '--', line)
            wait(lambda lines: any(line in shown and not shown.endswith(line) for shown in lines), line)
            tmux('send-keys', 'Enter')
            wait(lambda lines: sum(shown.startswith('retake>') for shown in lines) == number + 2 and [s for s in lines if s][-1] == 'retake>', f'The answer to {line}')
        tmux('send-keys', '-l', '--', UNFINISHED)
        wait(lambda lines: any('width to height' in shown or 'fit' in shown and 'retake>' not in shown for shown in lines[lines.index(next(s for s in lines if UNFINISHED.strip() in s)):]), 'The hint')
        return tmux('capture-pane', '-p', '-e').replace(os.path.join(folder, 'work'), FOLDER)
    finally:
        subprocess.run(['tmux', '-S', socket, 'kill-server'], capture_output=True)


def color(codes):
    """The color that 38;… or 48;… names, and the rest of the codes."""
    if codes[0] == 2:
        return '#%02x%02x%02x' % tuple(codes[1:4]), codes[4:]
    number = codes[1]
    if number < 16:
        return PALETTE[number], codes[2:]
    if number > 231:
        return '#%02x%02x%02x' % ((8 + 10 * (number - 232),) * 3), codes[2:]
    steps = [0, 95, 135, 175, 215, 255]
    number -= 16
    return '#%02x%02x%02x' % (steps[number // 36], steps[number // 6 % 6], steps[number % 6]), codes[2:]


def styled(style, codes):
    """The style after an escape sequence of these codes."""
    while codes:
        code, codes = codes[0], codes[1:]
        if code == 0:
            style = {}
        elif code == 1:
            style = {**style, 'bold': True}
        elif code == 2:
            style = {**style, 'dim': True}
        elif code in (22, 23, 24):
            style = {k: v for k, v in style.items() if k not in ('bold', 'dim')}
        elif code in (38, 48):
            value, codes = color(codes)
            style = {**style, 'fill' if code == 38 else 'back': value}
        elif code == 39 or code == 49:
            style = {k: v for k, v in style.items() if k != ('fill' if code == 39 else 'back')}
        elif 30 <= code <= 37 or 90 <= code <= 97:
            style = {**style, 'fill': PALETTE[code - 30 if code < 40 else code - 82]}
    return style


def spans(screen):
    """Each line as a list of texts with their styles."""
    style, lines = {}, []
    for line in screen.rstrip('\n').splitlines():
        parts = []
        for text, codes in re.findall(r'([^\x1b]*)(?:\x1b\[([\d;]*)m|$)', line):
            if text:
                parts.append((text, style))
            if codes or codes == '' and '\x1b' in line:
                style = styled(style, [int(code or 0) for code in codes.split(';')]) if codes else style
        lines.append(parts)
    while lines and not ''.join(text for text, _ in lines[-1]).strip():
        lines.pop()
    return lines


def svg(screen):
    """A window with that screen in it."""
    lines = spans(screen)
    width, height = COLUMNS * CELL_WIDTH + 32, len(lines) * CELL_HEIGHT + 48
    out = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height:.0f}" width="{width:.0f}" height="{height:.0f}" '
           'font-family="ui-monospace,SFMono-Regular,Menlo,Consolas,\'DejaVu Sans Mono\',monospace" font-size="14" fill="#e6edf3">',
           '<title>A session of the Retake prompt: upload, a sentence, verbs, the timeline, an export, and a hint on the next verb</title>',
           '<rect width="100%" height="100%" rx="8" fill="#0d1117"/>',
           '<circle cx="20" cy="16" r="5" fill="#f85149"/><circle cx="36" cy="16" r="5" fill="#d29922"/><circle cx="52" cy="16" r="5" fill="#3fb950"/>']
    for row, parts in enumerate(lines):
        column, y = 0, 44 + row * CELL_HEIGHT
        for text, style in parts:
            x, cells = 16 + column * CELL_WIDTH, len(text)
            column += cells
            if 'back' in style:
                out.append(f'<rect x="{x:.1f}" y="{y - 14:.0f}" width="{cells * CELL_WIDTH:.1f}" height="{CELL_HEIGHT}" fill="{style["back"]}"/>')
            if text.strip():
                left = len(text) - len(text.lstrip())
                word = text.strip()
                look = f' fill="{style["fill"]}"' if 'fill' in style else ''
                look += ' font-weight="bold"' if 'bold' in style else ''
                look += ' opacity="0.6"' if 'dim' in style else ''
                out.append(f'<text x="{x + left * CELL_WIDTH:.1f}" y="{y}" textLength="{len(word) * CELL_WIDTH:.1f}"{look} xml:space="preserve">{html.escape(word)}</text>')
    return '\n'.join(out + ['</svg>']) + '\n'


def strip(folder):
    """Four frames of the footage over four of the film."""
    work = os.path.join(folder, 'work')
    with open(os.path.join(work, 'strip.groovy'), 'w', encoding='utf-8') as script:
        script.write(SCRIPT)
    environment = {**os.environ, 'HOME': os.path.join(folder, 'home')}
    subprocess.run([RETAKE, 'run', 'strip.groovy'], cwd=work, env=environment, check=True)
    ffmpeg = json.loads(subprocess.run([RETAKE, 'doctor', '--json'], env=environment, check=True, text=True, capture_output=True).stdout)['ffmpeg']['path']
    rows = []
    for name, size, gap in (('before', '236:132', 4), ('after', '168:298', 72)):
        rows.append(''.join(f'[{len(rows) * 4 + i}]scale={size},pad=iw+{gap}:ih+4:{gap // 2}:2:0x0d1117[{name}{i}];' for i in range(4))
                    + ''.join(f'[{name}{i}]' for i in range(4)) + f'hstack=4[{name}]')
    frames = [word for name in ('before', 'after') for i in range(1, 5) for word in ('-i', f'{name}-{i}.png')]
    subprocess.run([ffmpeg, '-v', 'error', '-y', *frames, '-filter_complex', ';'.join(rows) + ';[before][after]vstack',
                    '-q:v', '4', os.path.join(HERE, 'strip.jpg')], cwd=work, check=True,
                   env={**environment, 'LD_LIBRARY_PATH': os.path.dirname(ffmpeg)})


def main():
    with tempfile.TemporaryDirectory() as folder:
        os.makedirs(os.path.join(folder, 'work'))
        os.makedirs(os.path.join(folder, 'home'))
        shutil.copy(sys.argv[1], os.path.join(folder, 'work', 'old-film.mp4'))
        with open(os.path.join(HERE, 'prompt.svg'), 'w', encoding='utf-8') as file:
            file.write(svg(prompt(folder)))
        strip(folder)


main()
