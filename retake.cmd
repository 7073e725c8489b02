@echo off
rem Runs Retake on Windows. Needs a JDK, 17 or newer; for the first build, Maven too.
setlocal
set "root=%~dp0"
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java.exe"
if defined JAVA_HOME if not exist "%java%" (
    echo retake: JAVA_HOME is "%JAVA_HOME%", but there is no bin\java.exe in it. Point it at a JDK, 17 or newer.>&2
    exit /b 2
)
if not defined JAVA_HOME (
    where java >nul 2>nul || (
        echo retake: No Java found: JAVA_HOME is not set and there is no java on the PATH. Install a JDK, 17 or newer.>&2
        exit /b 2
    )
)
set "home=%root%"
if exist "%root%lib\retake.jar" goto run
set "home=%root%repl\target\retake\"
rem The build writes "built" last: without it, it has not been made or did not reach its end.
if exist "%home%built" goto run
where mvn >nul 2>nul || (
    echo retake: Retake has to be built first, and there is no mvn on the PATH. Install Maven 3.8 or newer.>&2
    exit /b 2
)
echo retake: building on first use; this takes one to five minutes, most of it downloads.>&2
pushd "%root%"
call mvn -B -q -Dstyle.color=never -DskipTests -pl !neural package 1>&2
if errorlevel 1 (
    popd
    echo retake: The build failed; what went wrong is above.>&2
    exit /b 2
)
popd
:run
rem A batch file cannot tell a terminal from a pipe: progress is plain lines here.
set "compiler=-XX:TieredStopAtLevel=1"
if "%~1"=="serve" set "compiler=-XX:+TieredCompilation"
rem File names are Unicode here; texts that a script reads or writes are UTF-8 as elsewhere, whatever the code page.
"%java%" %compiler% -XX:+UseSerialGC -Xshare:auto -Dfile.encoding=UTF-8 -cp "%home%lib\retake.jar" io.retake.repl.cli.Main %*
exit /b %errorlevel%
