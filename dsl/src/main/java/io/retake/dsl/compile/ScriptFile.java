package io.retake.dsl.compile;

import io.retake.dsl.check.EditLiteral;
import io.retake.dsl.check.FileLiteral;
import io.retake.dsl.check.KnownOutputs;
import io.retake.dsl.check.LiteralValues;
import io.retake.dsl.check.OutputLiteral;
import io.retake.dsl.check.ScriptLiterals;
import io.retake.dsl.check.UseLiteral;
import io.retake.dsl.parameter.Description;
import io.retake.dsl.parameter.Parameter;
import io.retake.dsl.parameter.ParameterType;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * Reads and writes a compiled script as bytes. Uses plain {@link DataOutputStream}, because it is read before the first
 * statement of a script runs, where a JSON library would take longer than everything else.
 */
final class ScriptFile {
    private static final int MAGIC = 0x52544b36;

    private ScriptFile() {}

    static byte[] write(CompiledScript script) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(body);
        out.writeUTF(script.mainClass());
        out.writeInt(script.classes().size());
        for (Map.Entry<String, byte[]> type : script.classes().entrySet()) {
            out.writeUTF(type.getKey());
            bytes(out, type.getValue());
        }
        description(out, script.description());
        mentions(out, script.mentions());
        return sealed(body.toByteArray());
    }

    private static void mentions(DataOutputStream out, ScriptLiterals mentions) throws IOException {
        out.writeInt(mentions.files().size());
        for (FileLiteral file : mentions.files()) {
            text(out, file.name());
            out.writeUTF(file.verb());
            out.writeInt(file.line());
            out.writeInt(file.column());
        }
        out.writeInt(mentions.uses().size());
        for (UseLiteral use : mentions.uses()) {
            use(out, use);
        }
        texts(out, mentions.products().names());
        texts(out, mentions.products().titles());
        out.writeBoolean(mentions.products().others());
        out.writeInt(mentions.outputs().size());
        for (OutputLiteral output : mentions.outputs()) {
            output(out, output);
        }
        out.writeInt(mentions.edits().size());
        for (EditLiteral edit : mentions.edits()) {
            text(out, edit.sentence());
            out.writeInt(edit.line());
            out.writeInt(edit.column());
        }
    }

    private static ScriptLiterals mentions(DataInputStream in) throws IOException {
        List<FileLiteral> files = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            files.add(new FileLiteral(text(in), in.readUTF(), in.readInt(), in.readInt()));
        }
        List<UseLiteral> uses = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            uses.add(use(in));
        }
        KnownOutputs products = new KnownOutputs(texts(in), texts(in), in.readBoolean());
        List<OutputLiteral> outputs = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            outputs.add(output(in));
        }
        List<EditLiteral> edits = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            edits.add(new EditLiteral(text(in), in.readInt(), in.readInt()));
        }
        return new ScriptLiterals(files, uses, products, outputs, edits);
    }

    private static void texts(DataOutputStream out, List<String> texts) throws IOException {
        out.writeInt(texts.size());
        for (String text : texts) {
            text(out, text);
        }
    }

    private static List<String> texts(DataInputStream in) throws IOException {
        List<String> texts = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            texts.add(text(in));
        }
        return texts;
    }

    private static void use(DataOutputStream out, UseLiteral use) throws IOException {
        text(out, use.name());
        out.writeInt(use.given().size());
        for (UseLiteral.Given given : use.given()) {
            text(out, given.name());
            out.writeInt(given.line());
            out.writeInt(given.column());
            value(out, given.value());
        }
        out.writeBoolean(use.complete());
        out.writeInt(use.line());
        out.writeInt(use.column());
    }

    private static void value(DataOutputStream out, Optional<UseLiteral.Value> value) throws IOException {
        out.writeBoolean(value.isPresent());
        if (value.isPresent()) {
            LiteralValues.write(out, value.get().value());
            out.writeInt(value.get().line());
            out.writeInt(value.get().column());
        }
    }

    private static Optional<UseLiteral.Value> value(DataInputStream in) throws IOException {
        return in.readBoolean()
                ? Optional.of(new UseLiteral.Value(LiteralValues.read(in), in.readInt(), in.readInt()))
                : Optional.empty();
    }

    private static void output(DataOutputStream out, OutputLiteral output) throws IOException {
        out.writeInt(output.name().size());
        for (OutputLiteral.Part part : output.name()) {
            out.writeBoolean(part.parameter());
            text(out, part.text());
        }
        out.writeUTF(output.extension());
        out.writeBoolean(output.replace());
        out.writeInt(output.line());
        out.writeInt(output.column());
    }

    private static OutputLiteral output(DataInputStream in) throws IOException {
        List<OutputLiteral.Part> name = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            name.add(new OutputLiteral.Part(in.readBoolean(), text(in)));
        }
        return new OutputLiteral(name, in.readUTF(), in.readBoolean(), in.readInt(), in.readInt());
    }

    private static UseLiteral use(DataInputStream in) throws IOException {
        String name = text(in);
        List<UseLiteral.Given> given = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            given.add(new UseLiteral.Given(text(in), in.readInt(), in.readInt(), value(in)));
        }
        return new UseLiteral(name, given, in.readBoolean(), in.readInt(), in.readInt());
    }

    private static byte[] sealed(byte[] body) throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(whole);
        out.writeInt(MAGIC);
        out.writeLong(sum(body, 0, body.length));
        out.write(body);
        return whole.toByteArray();
    }

    /** Reads a script; empty when the bytes are damaged or of another kind. */
    static Optional<CompiledScript> read(byte[] bytes) throws IOException {
        DataInputStream in = ScriptCache.in(bytes);
        if (bytes.length < 12 || in.readInt() != MAGIC || in.readLong() != sum(bytes, 12, bytes.length - 12)) {
            return Optional.empty();
        }
        String main = in.readUTF();
        Map<String, byte[]> classes = new LinkedHashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            classes.put(in.readUTF(), bytes(in));
        }
        Description description = description(in);
        return Optional.of(new CompiledScript(main, classes, description, mentions(in)));
    }

    private static void description(DataOutputStream out, Description description) throws IOException {
        text(out, description.script());
        text(out, description.text());
        text(out, description.skill().orElse(""));
        out.writeInt(description.parameters().size());
        for (Parameter p : description.parameters()) {
            out.writeUTF(p.name());
            out.writeUTF(p.type().name());
            text(out, p.help());
            out.writeBoolean(p.fallback().isPresent());
            text(out, p.fallback().orElse(""));
            out.writeBoolean(p.required());
            out.writeInt(p.choices().size());
            for (String choice : p.choices()) {
                text(out, choice);
            }
            out.writeInt(p.line());
        }
    }

    private static Description description(DataInputStream in) throws IOException {
        String script = text(in);
        String help = text(in);
        Optional<String> skill = Optional.of(text(in)).filter(s -> !s.isEmpty());
        List<Parameter> parameters = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            parameters.add(parameter(in));
        }
        return new Description(script, help, skill, parameters);
    }

    private static Parameter parameter(DataInputStream in) throws IOException {
        String name = in.readUTF();
        ParameterType type = ParameterType.valueOf(in.readUTF());
        String help = text(in);
        boolean preset = in.readBoolean();
        String fallback = text(in);
        boolean required = in.readBoolean();
        List<String> choices = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            choices.add(text(in));
        }
        Optional<String> otherwise = preset ? Optional.of(fallback) : Optional.empty();
        return new Parameter(name, type, help, otherwise, required, choices, in.readInt());
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        bytes(out, text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(bytes(in), java.nio.charset.StandardCharsets.UTF_8);
    }

    private static void bytes(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static byte[] bytes(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > in.available()) {
            throw new IOException("damaged");
        }
        return in.readNBytes(length);
    }

    private static long sum(byte[] bytes, int from, int length) {
        CRC32 sum = new CRC32();
        sum.update(bytes, from, length);
        return sum.getValue();
    }
}
