"""Compares ways to take noise out from under speech. Needs Python 3 with NumPy.

    python3 bench/speech/compare.py FFMPEG MODELS SPEECH...

FFMPEG is the program (with what its libraries need in the environment), MODELS a folder of *.rnnn, SPEECH files with
speech in them; their first 11 s are what is to come out. Noise is made here, always the same.
"""
import pathlib
import subprocess
import sys

import numpy as np

RATE = 48000
LATE = {"arnndn": 480, "afftdn": 1200}


def through(ffmpeg, sound, chain):
    command = [ffmpeg, "-v", "error", "-f", "f32le", "-ar", str(RATE), "-ac", "1", "-i", "-", "-af", chain, "-f", "f32le", "-"]
    out = np.frombuffer(subprocess.run(command, input=sound.astype("<f4").tobytes(), capture_output=True, check=True).stdout, "<f4")
    out = out[next((late for name, late in LATE.items() if name in chain), 0):].astype(float)
    return np.pad(out, (0, max(0, len(sound) - len(out))))[: len(sound)]


def noises(count):
    """Hiss; a fan; mains hum with its harmonics; a street that comes and goes."""
    random = np.random.default_rng(1)
    time = np.arange(count) / RATE
    hertz = np.maximum(np.fft.rfftfreq(count, 1 / RATE), 1)
    shaped = lambda weight: np.fft.irfft(np.fft.rfft(random.standard_normal(count)) * weight, count)
    yield "hiss", random.standard_normal(count)
    yield "fan", shaped(hertz**-0.5 / np.sqrt(1 + (hertz / 2000) ** 2))
    yield "hum", sum(np.sin(2 * np.pi * 50 * k * time) / k for k in (1, 2, 3, 5, 7)) + 0.1 * random.standard_normal(count)
    yield "street", shaped(np.where(hertz < 40, 0, 1 / hertz)) * (1 + 0.6 * np.sin(2 * np.pi * 0.4 * time))


def level(sound):
    return 10 * np.log10(np.mean(sound**2) + 1e-20)


def distinct(wanted, got):
    like = (wanted @ got) / (wanted @ wanted) * wanted
    return level(like) - level(got - like)


def main():
    ffmpeg, models, files = sys.argv[1], pathlib.Path(sys.argv[2]), sys.argv[3:]
    ways = {"as it is": "anull", "afftdn, medium": "afftdn=nr=18:nf=-40", "afftdn, strong": "afftdn=nr=30:nf=-35"}
    for model in sorted(models.glob("*.rnnn")):
        for mix in (0.75, 0.9, 1):
            ways[f"{model.stem}, mix {mix}"] = f"arnndn=m={model}:mix={mix}"
    for file in files:
        raw = subprocess.run([ffmpeg, "-v", "error", "-i", file, "-t", "11", "-ac", "1", "-ar", str(RATE), "-f", "f32le", "-"], capture_output=True, check=True)
        speech = np.frombuffer(raw.stdout, "<f4").astype(float)
        loudness = np.array([level(block) for block in speech[: len(speech) // 480 * 480].reshape(-1, 480)])
        gaps = np.repeat(loudness < np.percentile(loudness, 10), 480)
        print(f"{file}: in the gaps / speech above the rest at 5 dB / at 15 dB")
        for name, chain in ways.items():
            rows = []
            for _, noise in noises(len(speech)):
                for ratio in (5, 15):
                    noisy = speech + noise * 10 ** ((level(speech) - level(noise) - ratio) / 20)
                    scale = min(1, 0.9 / np.abs(noisy).max())
                    got = through(ffmpeg, noisy * scale, chain) / scale
                    rows.append((level(got[: len(gaps)][gaps]) - level(noisy[: len(gaps)][gaps]), distinct(speech, got)))
            rows = np.array(rows)
            print(f"  {name:18s} {rows[:, 0].mean():6.1f} dB  {rows[0::2, 1].mean():5.1f} dB  {rows[1::2, 1].mean():5.1f} dB")


main()
